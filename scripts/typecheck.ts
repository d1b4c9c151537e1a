import { globSync } from 'node:fs';
import { runCommand } from './setup/commands.mjs';
import { toolEnvironment } from './setup/node-24.mjs';
import { projectRoot } from './setup/paths.mjs';

/**
 * Type-checks every TypeScript project of the repository: node scripts/typecheck.ts [tsconfig.json …]
 * Projects are found, not listed, so that a new workspace cannot be forgotten.
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

const given = process.argv.slice(2);
const projects = given.length > 0 ? given : findProjects();
let failed = 0;
for (const project of projects) {
  const result = await runCommand('tsc', ['--noEmit', '--pretty', 'false', '-p', project], {
    cwd: projectRoot,
    env: toolEnvironment()
  });
  console.log(`${result.exitCode === 0 ? '✓' : '✗'} ${project}`);
  if (result.exitCode === 0) continue;
  failed += 1;
  console.log(result.output.trimEnd());
}
console.log(`${String(projects.length)} projects, ${String(failed)} with errors`);
process.exitCode = failed === 0 ? 0 : 1;
