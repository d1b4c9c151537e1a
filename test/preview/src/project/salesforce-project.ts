import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { PreviewBuildError } from '../preview-build-error.ts';
import { findFiles } from './find-files.ts';

const projectFile = z.object({ packageDirectories: z.array(z.object({ path: z.string() })).min(1) });

/** The source tree of a Salesforce package: where it stands and every file of its package directories. */
export interface SalesforceProject {
  readonly root: string;
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
}

/**
 * Reads `sfdx-project.json` and lists the files of its package directories.
 * @throws PreviewBuildError when the file is missing or names no package directory.
 */
export function readSalesforceProject(projectRoot: string): SalesforceProject {
  const root = path.resolve(projectRoot);
  const { packageDirectories } = readProjectFile(path.join(root, 'sfdx-project.json'));
  const files = packageDirectories.flatMap((directory) => findFiles(path.join(root, directory.path)));
  return { root, files: files.sort() };
}

function readProjectFile(file: string): z.infer<typeof projectFile> {
  try {
    return projectFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new PreviewBuildError(`${file} is not a readable Salesforce project file`, { cause });
  }
}
