import { ensureSystemPackages } from './apt.mjs';
import { ensureBuilds } from './builds.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureNode24 } from './node-24.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { packagesFor } from './system-packages.mjs';

/**
 * Makes a fresh clone ready to run, step by step, each skipped within milliseconds when it is done already.
 * @param {readonly import('./system-packages.mjs').Need[]} needs
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ builds?: boolean }} [options] `builds: false` leaves out the components and the preview
 * @returns {Promise<string>} the path of Node.js 24, which runs everything after this
 */
export async function prepare(needs, progress, { builds = true } = {}) {
  checkNodeVersion();
  await ensureSystemPackages(packagesFor(needs), progress);
  await ensureDependencies(progress);
  const node = await ensureNode24();
  if (builds) await ensureBuilds(node, progress);
  return node;
}
