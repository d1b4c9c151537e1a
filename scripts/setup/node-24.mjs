import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './commands.mjs';
import { projectRoot } from './paths.mjs';
import { SetupFault } from './setup-fault.mjs';

/**
 * The Node.js 24 that the npm package `node` brought: everything after the set-up runs on it, whatever the system has.
 * @param {string} [root]
 * @returns {string | undefined}
 */
export function findNode24(root = projectRoot) {
  const names = process.platform === 'win32' ? ['node.exe'] : ['node'];
  return names.map((name) => join(root, 'node_modules/node/bin', name)).find((file) => existsSync(file));
}

/**
 * @returns {Promise<string>} the path of a Node.js 24 that runs
 */
export async function ensureNode24() {
  const node = findNode24();
  const shown = node === undefined ? undefined : await runCommand(node, ['--version']);
  if (node !== undefined && shown?.stdout.startsWith('v24.')) return node;
  throw new SetupFault(
    node === undefined
      ? 'the npm package `node` did not bring its Node.js 24.'
      : `${node} does not run: ${shown?.output}`,
    'Delete node_modules and run this again; the package needs its install script, and a platform it has a build for.'
  );
}

/**
 * The environment for programs of this repository: `node` and every tool of node_modules come first.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [join(projectRoot, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(separator);
  return { ...process.env, PATH: path };
}
