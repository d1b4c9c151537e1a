import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, tail } from './commands.mjs';
import { fingerprint, isUnchanged, rememberFingerprint } from './fingerprint.mjs';
import { toolEnvironment } from './node-24.mjs';
import { logDirectory, projectRoot, runDirectory } from './paths.mjs';
import { SetupFault } from './setup-fault.mjs';

/** Where the built preview stands; `--dist` of the preview server. */
export const previewDirectory = join(runDirectory, 'preview');

/** Compiled modules of the preview, kept between builds; `--cache` of the preview server. */
export const previewCacheDirectory = join(projectRoot, '.cache/preview');

/**
 * One build: what it reads, what must exist after it, and the command.
 * @typedef {object} Build
 * @property {string} title
 * @property {string} name of its log and its fingerprint
 * @property {readonly string[]} inputs
 * @property {(file: string) => boolean} counts which files of the inputs matter
 * @property {readonly string[]} outputs absolute; a missing one means that it must be built
 * @property {readonly string[]} args of node
 */

const noTests = /** @param {string} file */ (file) => !/\.test\.ts$|__tests__/.test(file);

/** @type {Build} */
const lightningComponents = {
  title: 'compile the Lightning web components',
  name: 'build-lwc',
  inputs: ['force-app', 'scripts/lwc', 'package-lock.json'],
  // The compiled .js count too: one that was deleted or edited by hand is built again.
  counts: (file) => noTests(file) && (!file.includes('force-app') || /\.(ts|js)$/.test(file)),
  outputs: [],
  args: ['scripts/lwc/build.ts']
};

/** @type {Build} */
const preview = {
  title: 'build the preview',
  name: 'build-preview',
  inputs: ['force-app', 'test/preview/src', 'test/preview/modules', 'package-lock.json'],
  counts: noTests,
  outputs: [previewDirectory],
  args: ['scripts/preview/build.ts']
};

/**
 * Compiles the components and builds the preview; both are skipped when nothing they read has changed.
 * @param {string} node
 * @param {import('./progress.mjs').Progress} progress
 * @param {AbortSignal} [stop]
 */
export async function ensureBuilds(node, progress, stop) {
  for (const build of [lightningComponents, preview]) await ensureBuild(build, node, progress, stop);
}

/**
 * @param {Build} build
 * @param {string} node
 * @param {import('./progress.mjs').Progress} progress
 * @param {AbortSignal | undefined} stop
 */
async function ensureBuild(build, node, progress, stop) {
  const memory = join(runDirectory, 'fingerprints', build.name);
  const built = build.outputs.every((output) => existsSync(output));
  if (built && isUnchanged(memory, fingerprint(build.inputs, build.counts))) return;
  await progress.step(build.title, async () => {
    const result = await runCommand(node, build.args, {
      cwd: projectRoot,
      env: toolEnvironment(),
      logFile: join(logDirectory, `${build.name}.log`),
      ...(stop === undefined ? {} : { stop })
    });
    if (result.exitCode === 0) return;
    throw new SetupFault(
      `could not ${build.title}.`,
      'Correct what the log above names.',
      tail(result.output)
    );
  });
  rememberFingerprint(memory, fingerprint(build.inputs, build.counts));
}
