import { SetupFault } from './setup-fault.mjs';

/** The oldest Node.js that the set-up itself runs on; everything after it runs on the Node.js of the npm package `node`. */
export const OLDEST_NODE_MAJOR = 20;

/**
 * Refuses a Node.js that cannot run the set-up.
 * @param {string} [version] as `process.versions.node`
 */
export function checkNodeVersion(version = process.versions.node) {
  const major = Number(version.split('.')[0]);
  if (major >= OLDEST_NODE_MAJOR) return;
  throw new SetupFault(
    `Node.js ${version} is too old; ${OLDEST_NODE_MAJOR} or newer is needed.`,
    'Install a current Node.js from https://nodejs.org or your package manager, then run this again.'
  );
}
