import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand } from './commands.mjs';

/**
 * One thing that must be on the machine, found by its file or command, so that any way of installing it counts.
 * @typedef {object} SystemPackage
 * @property {string} name the Debian and Ubuntu package
 * @property {string} purpose
 * @property {() => string | undefined} find the file that shows it is there
 */

/** Which part of the work needs a package: everything, the browser, or the tests against PostgreSQL. */
/** @typedef {'base' | 'browser' | 'postgresql'} Need */

const headerDirectories = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];

/** Where shared libraries stand, with the directories of each architecture and their `odbc` folders. */
function libraryDirectories() {
  const roots = ['/usr/lib', '/usr/lib64', '/lib', '/usr/local/lib', '/opt/homebrew/lib'];
  const perArchitecture = listDirectory('/usr/lib')
    .filter((name) => name.includes('-linux-'))
    .map((name) => join('/usr/lib', name));
  return [...roots, ...perArchitecture].flatMap((directory) => [directory, join(directory, 'odbc')]);
}

/** @param {string} directory */
function listDirectory(directory) {
  return existsSync(directory) ? readdirSync(directory) : [];
}

/**
 * @param {readonly string[]} directories
 * @param {readonly string[]} names
 */
function findFile(directories, names) {
  return directories
    .flatMap((directory) => names.map((name) => join(directory, name)))
    .find((file) => existsSync(file));
}

/** @param {...string} names */
const library = (...names) => findFile(libraryDirectories(), names);
/** @param {string} name */
const header = (name) => findFile(headerDirectories, [name]);

/**
 * The `postgres` program for tests: of `POSTGRES_PROGRAMS`, of the newest major version of Debian and Ubuntu (whose
 * server programs are not on PATH), or on PATH. The server's other programs stand beside it.
 * @param {string} [versionsDirectory]
 * @returns {string | undefined}
 */
export function findPostgresServer(versionsDirectory = '/usr/lib/postgresql') {
  const given = process.env['POSTGRES_PROGRAMS'];
  const newestFirst = listDirectory(versionsDirectory)
    .filter((name) => /^\d+(\.\d+)?$/.test(name)) // 9.6 was the last with two numbers
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(versionsDirectory, version, 'bin'));
  const directories = given === undefined ? newestFirst : [given, ...newestFirst];
  return findFile(directories, ['postgres']) ?? findCommand('postgres');
}

/** The browser for checks and tests: `CHROMIUM_PATH`, or a Chromium or Chrome on PATH. */
export function findBrowser() {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && existsSync(given)) return given;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.map((name) => findCommand(name)).find((found) => found !== undefined);
}

/** @type {Readonly<Record<Need, readonly SystemPackage[]>>} */
const packagesByNeed = {
  base: [
    {
      name: 'unixodbc',
      purpose: 'ODBC driver manager',
      find: () => library('libodbc.so.2', 'libodbc.dylib')
    },
    { name: 'unixodbc-dev', purpose: 'headers to build the odbc module', find: () => header('sql.h') },
    {
      name: 'libsqliteodbc',
      purpose: 'ODBC driver of the Sage stand-in',
      find: () => library('libsqlite3odbc.so', 'libsqlite3odbc.dylib')
    },
    {
      name: 'libsqlite3-dev',
      purpose: 'headers for the faults that the Sage stand-in plays',
      find: () => header('sqlite3.h')
    },
    {
      name: 'build-essential',
      purpose: 'compiler to build the odbc module',
      find: () => (findCommand('make') === undefined ? undefined : findCommand('c++') && findCommand('cc'))
    },
    { name: 'python3', purpose: 'used by node-gyp', find: () => findCommand('python3') }
  ],
  browser: [{ name: 'chromium', purpose: 'browser of the page checks', find: findBrowser }],
  postgresql: [
    {
      name: 'odbc-postgresql',
      purpose: 'ODBC driver with true decimals, for tests',
      find: () => library('psqlodbcw.so', 'psqlodbca.so')
    },
    {
      name: 'postgresql',
      purpose: 'database behind that driver, for tests',
      find: () => findPostgresServer()
    }
  ]
};

/**
 * The packages that the named needs call for.
 * @param {readonly Need[]} needs
 * @returns {readonly SystemPackage[]}
 */
export function packagesFor(needs) {
  return needs.flatMap((need) => packagesByNeed[need]);
}

/**
 * Those of the packages that are not on this machine.
 * @param {readonly SystemPackage[]} packages
 * @returns {readonly SystemPackage[]}
 */
export function missingPackages(packages) {
  return packages.filter((each) => each.find() === undefined);
}
