import { globSync } from 'node:fs';
import { projectRoot } from './setup/paths.mjs';
import { projectCheck } from './types/check-project.ts';
import { readProject } from './types/read-project.ts';
import { sharedFiles } from './types/shared-files.ts';

/**
 * Type-checks every TypeScript project of the repository: node scripts/typecheck.ts [tsconfig.json …]
 * Projects are found, not listed, so that a new workspace cannot be forgotten. All are checked in one process, which
 * reads what they share once.
 */
const places = [
  'tsconfig*.json',
  'config/tsconfig*.json',
  '*/tsconfig*.json',
  'test/*/tsconfig*.json',
  'test/*/*/tsconfig*.json'
];

function findProjects(): string[] {
  const found = places.flatMap((pattern) => globSync(pattern, { cwd: projectRoot }));
  return [...new Set(found)].filter((file) => !/node_modules|tsconfig\.base/.test(file)).toSorted();
}

process.chdir(projectRoot);
const given = process.argv.slice(2);
const projects = (given.length > 0 ? given : findProjects()).map(readProject);
const check = projectCheck(projects, sharedFiles());
let failed = 0;
for (const project of projects) {
  const problems = check(project);
  console.log(`${problems === '' ? '✓' : '✗'} ${project.name}`);
  if (problems === '') continue;
  failed += 1;
  console.log(problems.trimEnd());
}
console.log(`${String(projects.length)} projects, ${String(failed)} with errors`);
process.exitCode = failed === 0 ? 0 : 1;
