import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, tail } from './commands.mjs';
import { findNodeHeaders } from './node-headers.mjs';
import { explainInstallFailure } from './npm-failures.mjs';
import { logDirectory, projectRoot } from './paths.mjs';
import { SetupFault } from './setup-fault.mjs';

const markerName = 'node_modules/.ledger-bridge-install.json';

/** node-gyp's result. `odbc` is an optional dependency, which npm leaves out without an error when the build fails. */
const odbcBinary = 'node_modules/odbc/lib/bindings/napi-v8/odbc.node';

/**
 * Whether node_modules is what package-lock.json says: by the marker of the last install from here, or, when somebody ran
 * npm by hand, by npm's own record of what it put there.
 * @param {string} [root]
 * @returns {boolean}
 */
export function dependenciesAreCurrent(root = projectRoot) {
  if (!existsSync(join(root, odbcBinary))) return false;
  const marker = join(root, markerName);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === markerText(root)) return true;
  return installedMatchesLock(root);
}

/** @param {string} root */
function markerText(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return JSON.stringify({ packageLock: hash });
}

/** @param {string} root */
function installedMatchesLock(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  const wanted = readPackages(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link === true) return true;
    return (
      installed[path]?.version === entry.version || (installed[path] === undefined && entry.optional === true)
    );
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Installs exactly what package-lock.json says, and builds the odbc module, unless that has been done.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function ensureDependencies(progress) {
  if (dependenciesAreCurrent()) return;
  progress.say(
    'npm packages are missing or out of date: npm ci installs them in node_modules (about 600 MB).'
  );
  const log = await progress.step('npm ci', npmCi);
  if (!existsSync(join(projectRoot, odbcBinary))) throw odbcFault(log);
  writeFileSync(join(projectRoot, markerName), markerText(projectRoot));
}

/** @returns {Promise<string>} the log */
async function npmCi() {
  const headers = findNodeHeaders();
  // In the foreground the output of install scripts is part of the log, so a failed build shows its reason. Tools and odbc
  // are asked for by name, since NODE_ENV=production or a setting of npm's would leave them out.
  const kinds = ['--include=dev', '--include=optional'];
  const args = ['ci', ...kinds, '--foreground-scripts', '--no-audit', '--no-fund'];
  const result = await runCommand(npmCommand(), args, {
    cwd: projectRoot,
    env: headers === undefined ? process.env : { ...process.env, npm_config_nodedir: headers },
    logFile: join(logDirectory, 'npm-ci.log')
  });
  if (result.exitCode === 0) return result.output;
  const { cause, remedy } = explainInstallFailure(result.output);
  throw new SetupFault(`npm ci failed: ${cause}.`, remedy, tail(result.output));
}

/** @param {string} log */
function odbcFault(log) {
  const aboutOdbc = log.split('\n').filter((line) => /gyp|error|odbc/i.test(line));
  const { cause, remedy } = explainInstallFailure(log);
  return new SetupFault(`the odbc module was not built: ${cause}.`, remedy, tail(aboutOdbc.join('\n'), 15));
}

function npmCommand() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}
