import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './paths.mjs';

/**
 * The directory that node-gyp should take Node's headers from, so that building `odbc` needs no download from nodejs.org.
 * Undefined leaves node-gyp to its own way: the user has set a directory, or there are no local headers.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findNodeHeaders(env = process.env) {
  if (env['npm_config_nodedir'] !== undefined) return undefined;
  const besideThisNode = dirname(dirname(process.execPath));
  const inPackage = join(
    projectRoot,
    `node_modules/node/node_modules/node-${process.platform}-${process.arch}`
  );
  // N-API modules run on any later Node, so headers of another major version serve as well, but the own ones come first.
  return [besideThisNode, '/usr', inPackage].find(hasHeaders);
}

/** @param {string} directory */
function hasHeaders(directory) {
  const file = join(directory, 'include/node/node_version.h');
  if (!existsSync(file) || !existsSync(join(directory, 'include/node/common.gypi'))) return false;
  const major = /#define NODE_MAJOR_VERSION (\d+)/.exec(readFileSync(file, 'utf8'))?.[1];
  return Number(major) >= 20;
}
