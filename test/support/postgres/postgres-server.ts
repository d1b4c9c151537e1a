import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../../scripts/net/free-port.ts';

const run = promisify(execFile);
const POLL_MS = 5;

/** A PostgreSQL of a test's own, in a temporary folder and on a free port; never one that was there before. */
export interface PostgresServer {
  readonly port: number;
  /** As `postgres://postgres@127.0.0.1:5433/postgres`. */
  readonly url: string;
  execute(sql: string, database?: string): Promise<void>;
  /** Ends it and every backend at once, as a crash does; the data stay. */
  kill(): Promise<void>;
  /** Starts it again, after `kill`, on the same data and port; it recovers first. */
  start(): Promise<void>;
  /** Ends it and removes the data. */
  close(): Promise<void>;
}

export interface PostgresServerOptions {
  /** Off where a test is not about what outlives a crash: it starts and runs faster. */
  readonly fsync?: boolean;
  /** Where its folder is made; the system's temporary folder, unless a test needs a file system of its own. */
  readonly parentDirectory?: string;
  /** More `name=value` settings. */
  readonly settings?: readonly string[];
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

/** Makes a server and starts it. */
export async function startPostgres(
  programs: string,
  options: PostgresServerOptions = {}
): Promise<PostgresServer> {
  const directory = await mkdtemp(join(options.parentDirectory ?? tmpdir(), 'ledger-bridge-postgres-'));
  const account = serverAccount();
  if (account !== undefined) await chown(directory, account.uid, account.gid);
  const data = join(directory, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  await run(join(programs, 'initdb'), initdb, { ...account, cwd: directory });
  const port = await freePort();
  const settings = [`fsync=${options.fsync === true ? 'on' : 'off'}`, ...(options.settings ?? [])];
  const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', directory];
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = spawn(join(programs, 'postgres'), [...args, ...settings.flatMap((each) => ['-c', each])], {
      ...account,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe']
    });
    await untilReady(server);
  };
  const end = async (signal: NodeJS.Signals, children: readonly number[] = []): Promise<void> => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const exited = new Promise((resolve) => server?.once('exit', resolve));
    server.kill(signal);
    for (const child of children) endProcess(child);
    await exited;
    // Its shared memory is in use until the last of them is gone, and no server starts on the same data before.
    while (children.some(isThere)) await delay(POLL_MS);
  };
  await start();
  const login = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-v', 'ON_ERROR_STOP=1', '-q'];
  return {
    port,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    execute: async (sql, database = 'postgres') => {
      await run(join(programs, 'psql'), [...login, '-d', database, '-c', sql]);
    },
    kill: async () => {
      // One that ran into a full or lost disk may have ended by itself.
      if (server?.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGSTOP'); // so that it starts no others while its children are ended
      await end('SIGKILL', childrenOf(server.pid));
    },
    start,
    close: async () => {
      await end('SIGQUIT');
      await rm(directory, { recursive: true });
    }
  };
}

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map(Number);
}

/** One that nobody has reaped yet holds nothing any more. */
function isThere(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

// PostgreSQL refuses to run as root.
function serverAccount(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString());
  return { uid: id('-u'), gid: id('-g') };
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
