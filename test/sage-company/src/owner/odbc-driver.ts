import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';

const SOURCE = join(import.meta.dirname, '../faults/sage-odbc-driver.c');
const PLACES = [
  '/usr/lib/*/odbc/libsqlite3odbc.so',
  '/usr/lib/odbc/libsqlite3odbc.so',
  '/usr/lib{,64}/libsqlite3odbc.so',
  '/usr/local/lib/libsqlite3odbc.so'
];

/**
 * Puts the driver with the fault switch into a directory and gives its path back. It is compiled once for each source
 * and real driver and kept in the cache. Throws a `Refusal` that names the missing package.
 */
export function provideOdbcDriver(directory: string, cacheDirectory: string): string {
  const realDriver = findSqliteDriver();
  const digest = createHash('sha256').update(readFileSync(SOURCE)).update(realDriver).digest('hex');
  const cached = join(cacheDirectory, `sage-odbc-driver-${digest.slice(0, 16)}.so`);
  if (!existsSync(cached)) {
    mkdirSync(cacheDirectory, { recursive: true });
    const fresh = `${cached}.${process.pid}`;
    compile(realDriver, fresh);
    renameSync(fresh, cached);
  }
  const driver = join(directory, 'sage-odbc-driver.so');
  // Renamed into place: a reader that has the driver of an earlier start loaded would crash if it were overwritten.
  copyFileSync(cached, `${driver}.${process.pid}`);
  renameSync(`${driver}.${process.pid}`, driver);
  return driver;
}

function findSqliteDriver(): string {
  const found = globSync(PLACES)[0];
  if (found !== undefined) return found;
  throw new Refusal(
    "SQLite's ODBC driver libsqlite3odbc.so is not on this machine; on Debian or Ubuntu: apt-get install libsqliteodbc"
  );
}

function compile(realDriver: string, output: string): void {
  const options = [
    '-O2',
    '-Wall',
    '-shared',
    '-fPIC',
    `-DSQLITE_ODBC_DRIVER="${realDriver}"`,
    '-o',
    output,
    SOURCE
  ];
  // The real driver is referred to by name only, so a linker that drops unused libraries must be told to keep it.
  const linking = [
    '-Wl,--no-as-needed',
    realDriver,
    `-Wl,-rpath,${dirname(realDriver)}`,
    '-ldl',
    '-lpthread'
  ];
  try {
    execFileSync('cc', [...options, ...linking], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    throw new Refusal(`${compilerFault(cause)}\n${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

function compilerFault(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : '';
  if (text.includes('ENOENT'))
    return 'there is no C compiler cc; on Debian or Ubuntu: apt-get install gcc libc6-dev';
  if (text.includes('sql.h'))
    return 'the headers of unixODBC are missing; on Debian or Ubuntu: apt-get install unixodbc-dev';
  return 'the ODBC driver with the fault switch could not be compiled';
}
