import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, tail } from '../setup/commands.mjs';
import { ensureNode24, toolEnvironment } from '../setup/node-24.mjs';
import { logDirectory, projectRoot } from '../setup/paths.mjs';
import { SetupFault } from '../setup/setup-fault.mjs';

const packageDirectory = join(projectRoot, 'scripts/sf');
const entry = join(packageDirectory, 'node_modules/@salesforce/cli/bin/run.js');

/** A Salesforce CLI that is ready to run: the program, and the Node.js to run it with. */
/** @typedef {{ node: string, entry: string, env: NodeJS.ProcessEnv }} SalesforceCli */

/**
 * Installs the pinned Salesforce CLI the first time it is needed (about 300 MB, one to two minutes).
 * @param {import('../setup/progress.mjs').Progress} progress
 * @returns {Promise<SalesforceCli>}
 */
export async function ensureSalesforceCli(progress) {
  const node = await ensureNode24();
  const env = { ...toolEnvironment(), SF_DISABLE_TELEMETRY: 'true', SF_AUTOUPDATE_DISABLE: 'true' };
  if (!existsSync(entry)) {
    progress.say('The Salesforce CLI is installed now in scripts/sf/node_modules (about 300 MB, once).');
    await progress.step('npm ci in scripts/sf', () => install(env));
  }
  return { node, entry, env };
}

/** @param {NodeJS.ProcessEnv} env */
async function install(env) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = await runCommand(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: packageDirectory,
    env,
    logFile: join(logDirectory, 'sf-install.log')
  });
  if (result.exitCode === 0) return;
  throw new SetupFault(
    'the Salesforce CLI could not be installed.',
    'Check the network and `npm config get registry`, then run this again.',
    tail(result.output)
  );
}
