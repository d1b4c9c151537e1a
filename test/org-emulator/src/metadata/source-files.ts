import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** A component's file in source format, e.g. `…/flows/Sage_Customer_Summary.flow-meta.xml`. */
export interface SourceFile {
  /** Path on disk. */
  readonly path: string;
  /** Path as shown in messages, relative to the package directory. */
  readonly shownPath: string;
  /** File name without its suffix, which is the component's API name. */
  readonly fullName: string;
  /** Metadata suffix, e.g. `flow` or `field`. */
  readonly suffix: string;
}

const metadataFile = /^(?<fullName>.+)\.(?<suffix>[A-Za-z]+)-meta\.xml$/;

/**
 * All `*.<suffix>-meta.xml` files below a package directory, wherever they stand: source format lets feature
 * folders come before the metadata type's folder.
 */
export function findSourceFiles(packageDirectory: string): SourceFile[] {
  return readdirSync(packageDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => asSourceFile(packageDirectory, join(entry.parentPath, entry.name)))
    .toSorted((a, b) => (a.shownPath < b.shownPath ? -1 : 1));
}

function asSourceFile(packageDirectory: string, path: string): SourceFile[] {
  const { fullName, suffix } = metadataFile.exec(basename(path))?.groups ?? {};
  if (fullName === undefined || suffix === undefined) return [];
  return [{ path, shownPath: relative(packageDirectory, path), fullName, suffix }];
}
