import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';
import { checkPackage } from './check-package.ts';
import { loadMetadataTypes } from './metadata-types.ts';
import { describeProblem } from './problem.ts';

// Checks the package's metadata without an org: node scripts/metadata/check.ts [directory, default force-app]
const directory = process.argv[2] ?? join(projectRoot, 'force-app');

if (!existsSync(directory)) {
  console.error(`There is no directory ${directory}.`);
  process.exitCode = 1;
} else {
  const { problems, fileCount, ruleCount } = checkPackage(directory, loadMetadataTypes());
  for (const problem of problems) console.log(describeProblem(problem));
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  // No files means that the wrong place was checked, which must not look like a success.
  if (fileCount === 0) console.log(`There is no metadata in ${directory}.`);
  console.log(`${fileCount} files, ${ruleCount} rules: ${errors} errors, ${warnings} warnings`);
  process.exitCode = errors > 0 || fileCount === 0 ? 1 : 0;
}
