import { existsSync } from 'node:fs';
import path from 'node:path';
import { PreviewBuildError } from '../preview-build-error.ts';
import type { SalesforceProject } from './salesforce-project.ts';

/** A component folder `…/lwc/<name>/` of the package. */
export interface LwcBundle {
  readonly name: string;
  readonly directory: string;
  /** The module's own file: `.ts` if there is one (the `.js` next to it is its compiled form), else `.js` or `.html`. */
  readonly entry: string;
}

const ENTRY_EXTENSIONS = ['.ts', '.js', '.html', '.css'];

/** The entry file of a module folder, or undefined if the folder holds no module of its own name. */
export function entryFile(directory: string): string | undefined {
  const base = path.join(directory, path.basename(directory));
  return ENTRY_EXTENSIONS.map((extension) => base + extension).find((file) => existsSync(file));
}

/**
 * All bundles of the package by name, from every feature folder.
 * @throws PreviewBuildError when two folders carry one name: Salesforce has a single `c` namespace.
 */
export function findLwcBundles(project: SalesforceProject): Map<string, LwcBundle> {
  const bundles = new Map<string, LwcBundle>();
  for (const directory of bundleDirectories(project)) {
    const entry = entryFile(directory);
    if (!entry) continue;
    const name = path.basename(directory);
    const other = bundles.get(name);
    if (other)
      throw new PreviewBuildError(`two bundles are named ${name}: ${other.directory} and ${directory}`);
    bundles.set(name, { name, directory, entry });
  }
  return bundles;
}

function bundleDirectories({ files }: SalesforceProject): Set<string> {
  const directories = files.map((file) => path.dirname(file));
  return new Set(directories.filter((directory) => path.basename(path.dirname(directory)) === 'lwc'));
}
