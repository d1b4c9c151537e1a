import { join } from 'node:path';
import { findCommand, runCommand, tail } from './commands.mjs';
import { logDirectory } from './paths.mjs';
import { SetupFault } from './setup-fault.mjs';
import { missingPackages } from './system-packages.mjs';

/** @typedef {import('./system-packages.mjs').SystemPackage} SystemPackage */

/**
 * How apt can be run here without asking for a password: `[]` as root, `['sudo', '-n']` where that works, or undefined.
 * @returns {Promise<readonly string[] | undefined>}
 */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (findCommand('sudo') === undefined) return undefined;
  const { exitCode } = await runCommand('sudo', ['-n', 'true']);
  return exitCode === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * The command a person can type to get the packages.
 * @param {readonly SystemPackage[]} packages
 * @returns {string}
 */
export function installCommand(packages) {
  const names = packages.map((each) => each.name).join(' ');
  if (process.platform === 'darwin') {
    return `brew install unixodbc sqliteodbc sqlite postgresql psqlodbc && brew install --cask chromium (the Debian names are: ${names})`;
  }
  if (findCommand('apt-get') === undefined) {
    return `install what your system calls these Debian packages: ${names}`;
  }
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`;
}

/**
 * Installs what is missing, saying so first. Where apt or the right to use it is missing, stops with the exact command.
 * @param {readonly SystemPackage[]} packages
 * @param {import('./progress.mjs').Progress} progress
 */
export async function ensureSystemPackages(packages, progress) {
  const missing = missingPackages(packages);
  if (missing.length === 0) return;
  progress.say('These system packages are missing:');
  for (const each of missing) progress.say(`    ${each.name.padEnd(16)} ${each.purpose}`);
  if (findCommand('apt-get') === undefined) {
    throw new SetupFault(
      'this system has no apt, so they cannot be installed from here.',
      installCommand(missing)
    );
  }
  const prefix = await rootPrefix();
  if (prefix === undefined) {
    throw new SetupFault(
      'they cannot be installed from here without your password.',
      installCommand(missing)
    );
  }
  progress.say('They are installed now with apt.');
  await progress.step('apt-get update', () => apt(prefix, ['update'], 'apt-update.log', missing));
  const install = ['install', '-y', '--no-install-recommends', ...missing.map((each) => each.name)];
  await progress.step(`apt-get ${install.join(' ')}`, () => apt(prefix, install, 'apt-install.log', missing));
  checkArrived(missing);
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly string[]} args
 * @param {string} logName
 * @param {readonly SystemPackage[]} missing
 */
async function apt(prefix, args, logName, missing) {
  const [command = 'apt-get', ...rest] = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    // A machine just started often upgrades itself: wait for it rather than fail.
    '-o',
    'DPkg::Lock::Timeout=300',
    '-o',
    'Acquire::Retries=3',
    ...args
  ];
  const result = await runCommand(command, rest, { logFile: join(logDirectory, logName) });
  if (result.exitCode === 0) return;
  throw new SetupFault(`apt-get ${args[0]} failed.`, installCommand(missing), tail(result.output));
}

/** @param {readonly SystemPackage[]} installed */
function checkArrived(installed) {
  const stillMissing = missingPackages(installed);
  if (stillMissing.length === 0) return;
  const names = stillMissing.map((each) => each.name).join(', ');
  throw new SetupFault(
    `apt installed ${names}, but what they bring was not found.`,
    'See .run/logs/apt-install.log; set CHROMIUM_PATH if your Chromium stands elsewhere.'
  );
}
