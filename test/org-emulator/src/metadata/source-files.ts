import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A component's file, e.g. `…/flows/Sage_Customer_Summary.flow-meta.xml`. */
export interface SourceFile {
  /** Path as shown in messages, relative to the package directory or the deployed zip. */
  readonly shownPath: string;
  /** The component's API name; of an object's part the name of that part, of a report `Folder/Report`. */
  readonly fullName: string;
  /** Metadata suffix, e.g. `flow` or `field`. */
  readonly suffix: string;
  /** The object of whose folder it is a part; undefined for all else. */
  readonly objectName: string | undefined;
  /** The file's XML. */
  readonly text: string;
}

/** A file by its path, with `/` between folders. */
export interface PathAndText {
  readonly path: string;
  readonly text: string;
}

const sourceName = /^(?<name>.+)\.(?<suffix>[A-Za-z]+)-meta\.xml$/;
const metadataName = /^(?<name>.+)\.(?<suffix>[A-Za-z]+)$/;

/**
 * All `*.<suffix>-meta.xml` files below a package directory, wherever they stand: source format lets feature
 * folders come before the metadata type's folder.
 */
export function findSourceFiles(packageDirectory: string): SourceFile[] {
  return readdirSync(packageDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && sourceName.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => {
      const shownPath = relative(packageDirectory, path).replaceAll('\\', '/');
      return asSourceFile({ path: shownPath, text: readFileSync(path, 'utf8') }, sourceName);
    })
    .toSorted((a, b) => (a.shownPath < b.shownPath ? -1 : 1));
}

/** Files that belong to a component whose `-meta.xml` stands beside them, or that only describe a deployment. */
const content =
  /(?:^|\/)(?:lwc|aura|staticresources|contentassets)\/|(?:^|\/)(?:package|destructiveChanges(?:Pre|Post)?)\.xml$/;

/**
 * The component files among those of a deployment, in metadata format (`objects/Account.object`) or in source
 * format. Every file counts, so that one of an unknown type is refused and not overlooked.
 */
export function deployedFiles(files: readonly PathAndText[]): SourceFile[] {
  return files.flatMap((file) => {
    if (sourceName.test(file.path)) return asSourceFile(file, sourceName);
    return content.test(file.path) ? [] : asSourceFile(file, metadataName);
  });
}

function asSourceFile({ path, text }: PathAndText, shape: RegExp): SourceFile[] {
  const folders = path.split('/');
  const { name, suffix } = shape.exec(folders.pop() ?? '')?.groups ?? {};
  if (name === undefined || suffix === undefined) return [];
  const reports = folders.lastIndexOf('reports');
  const objects = folders.lastIndexOf('objects');
  const inFolder = suffix === 'report' || suffix === 'reportFolder';
  return [
    {
      shownPath: path,
      fullName: inFolder
        ? [...folders.slice(reports + 1), decodeURIComponent(name)].join('/')
        : decodeURIComponent(name),
      suffix,
      objectName: objects >= 0 && folders.length > objects + 2 ? folders[objects + 1] : undefined,
      text
    }
  ];
}
