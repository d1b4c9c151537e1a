import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { globSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL of a test's own: a driver that reports true NUMERIC, pads CHAR, and talks over a socket. */
export interface PostgresServer {
  readonly port: number;
  execute(sql: string, database?: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The folder of PostgreSQL's programs: `POSTGRES_PROGRAMS`, as the whole check sets it, or the newest that Debian has;
 * undefined where it is not installed.
 */
export function findPostgres(): string | undefined {
  const given = process.env['POSTGRES_PROGRAMS'];
  if (given !== undefined) return given;
  const majorVersion = (folder: string): number => Number(/\d+/.exec(folder)?.[0]);
  return globSync('/usr/lib/postgresql/*/bin')
    .sort((one, other) => majorVersion(one) - majorVersion(other))
    .at(-1);
}

/** For psqlodbc, against a server or something between. */
export function postgresConnectionString(port: number, database = 'postgres'): string {
  return `Driver=psqlodbcw.so;Server=127.0.0.1;Port=${port};Database=${database};UID=postgres;PWD=not-a-secret`;
}

export async function startPostgres(programs: string): Promise<PostgresServer> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-postgres-'));
  const account = serverAccount();
  if (account !== undefined) await chown(directory, account.uid, account.gid);
  const data = join(directory, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  await run(join(programs, 'initdb'), initdb, { ...account, cwd: directory });
  const port = await freePort();
  const settings = ['-h', '127.0.0.1', '-p', String(port), '-k', directory, '-c', 'fsync=off'];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], {
    ...account,
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe']
  });
  await untilReady(server);
  const login = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-v', 'ON_ERROR_STOP=1', '-q'];
  return {
    port,
    execute: async (sql, database = 'postgres') => {
      await run(join(programs, 'psql'), [...login, '-d', database, '-c', sql]);
    },
    close: async () => {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await exited;
      await rm(directory, { recursive: true });
    }
  };
}

// PostgreSQL refuses to run as root.
function serverAccount(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function untilReady(server: ChildProcess): Promise<void> {
  if (server.stderr === null) throw new Error('the server has no log');
  const lines: string[] = [];
  const log = createInterface({ input: server.stderr });
  await new Promise<void>((resolve, reject) => {
    log.on('line', (line) => {
      lines.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${lines.join('\n')}`)));
  });
}
