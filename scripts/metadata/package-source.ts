import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Problem } from './problem.ts';
import { MalformedXmlError, readXml, type XmlElement } from './xml.ts';

/** A well-formed `*-meta.xml`. */
export interface MetadataFile {
  /** Relative to the package directory. */
  readonly file: string;
  /** The name Salesforce knows it by, from the file name: `Sage_Customer_Summary`. */
  readonly name: string;
  readonly root: XmlElement;
}

/** A text file of a Lightning web component: `.ts` or `.html`, without tests. */
export interface ComponentFile {
  readonly file: string;
  readonly text: string;
}

/** A Lightning web component's directory. */
export interface ComponentBundle {
  /** As in `c/sageAccountSummary`. */
  readonly name: string;
  /** Relative to the package directory. */
  readonly directory: string;
  readonly hasMetaFile: boolean;
  readonly files: readonly ComponentFile[];
}

/** All that a package directory holds, read once for every rule. */
export interface PackageSource {
  readonly files: readonly MetadataFile[];
  readonly bundles: readonly ComponentBundle[];
  /** What could not be read. */
  readonly problems: readonly Problem[];
}

/** Reads every metadata file and component of a package directory. */
export function readPackage(directory: string): PackageSource {
  const files: MetadataFile[] = [];
  const problems: Problem[] = [];
  for (const file of find(directory, '**/*-meta.xml')) {
    try {
      const root = readXml(readFileSync(join(directory, file), 'utf8'));
      files.push({ file, name: basename(file).replace(/\..*$/, ''), root });
    } catch (error) {
      problems.push(malformed(file, error));
    }
  }
  return { files, bundles: readBundles(directory), problems };
}

function malformed(file: string, error: unknown): Problem {
  if (!(error instanceof MalformedXmlError)) throw error;
  const what = `the file is not well-formed XML: ${error.message}`;
  return { file, line: error.line, severity: 'error', what, fix: 'Correct the markup' };
}

function find(directory: string, pattern: string): string[] {
  return globSync(pattern, { cwd: directory })
    .map((file) => file.split(sep).join('/'))
    .toSorted();
}

function readBundles(directory: string): ComponentBundle[] {
  const sources = find(directory, '**/lwc/*/*.{ts,html}');
  const directories = [...new Set(sources.map((file) => dirname(file)))];
  return directories.map((bundle) => {
    const name = basename(bundle);
    return {
      name,
      directory: bundle,
      hasMetaFile: existsSync(join(directory, bundle, `${name}.js-meta.xml`)),
      files: sources
        .filter((file) => dirname(file) === bundle)
        .map((file) => ({ file, text: readFileSync(join(directory, file), 'utf8') }))
    };
  });
}

/** The metadata files with this root element. */
export function filesOf(source: PackageSource, rootName: string): readonly MetadataFile[] {
  return source.files.filter((file) => file.root.name === rootName);
}
