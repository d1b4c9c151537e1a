import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MODULES_DIRECTORY, PREVIEW_ROOT } from '../paths.ts';
import { findFiles } from '../project/find-files.ts';
import { readSalesforceProject } from '../project/salesforce-project.ts';

const PACKAGE_INPUTS =
  /\/lwc\/|\.(labels|translation|flexipage|field|app|tab|object|permissionset)-meta\.xml$/;

/** A hash of everything a build is made from: equal fingerprints give equal builds. */
export function buildFingerprint(projectRoot: string): string {
  const hash = createHash('sha256');
  for (const file of buildInputs(projectRoot)) {
    hash.update(path.relative(projectRoot, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function buildInputs(projectRoot: string): string[] {
  const project = readSalesforceProject(projectRoot);
  return [
    path.join(project.root, 'sfdx-project.json'),
    ...[path.join(project.root, 'tsconfig.json')].filter((file) => existsSync(file)),
    ...project.files.filter((file) => PACKAGE_INPUTS.test(file)),
    ...[MODULES_DIRECTORY, path.join(PREVIEW_ROOT, 'src')].flatMap((folder) => findFiles(folder)).sort(),
    // All dependencies are pinned to exact versions here.
    path.join(PREVIEW_ROOT, 'package.json')
  ];
}
