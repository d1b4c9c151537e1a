import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startPostgres, type PostgresServer } from '../../support/postgres/postgres-server.ts';
import type { Engine, StorePlace } from './place.ts';

/** Where stores of one engine are made, for one run of a test. */
export interface EngineHost {
  readonly engine: Engine;
  /** For files that belong to the test itself, as its ledger of effects; never on a file system that is cut off. */
  readonly directory: string;
  /** PostgreSQL with `fsync` on; undefined for SQLite. */
  readonly server: PostgresServer | undefined;
  /** A place where no store was before. The one given before is removed. */
  freshPlace(): Promise<StorePlace>;
  close(): Promise<void>;
}

export interface HostOptions {
  /** Where the database's files go; a temporary folder unless given. */
  readonly dataDirectory?: string;
  readonly settings?: readonly string[];
}

/** Makes the host, with a server of its own for PostgreSQL. */
export async function startHost(engine: Engine, options: HostOptions = {}): Promise<EngineHost> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-faults-'));
  // PostgreSQL runs in an account of its own and must reach its data below.
  await chmod(directory, 0o755);
  try {
    const dataDirectory = options.dataDirectory ?? directory;
    const server =
      engine === 'postgres' ? await startDurablePostgres(dataDirectory, options.settings ?? []) : undefined;
    return {
      engine,
      directory,
      server,
      freshPlace: placesIn(dataDirectory, server),
      async close() {
        await server?.close();
        await rm(directory, { recursive: true });
      }
    };
  } catch (error) {
    await rm(directory, { recursive: true });
    throw error;
  }
}

async function startDurablePostgres(
  parentDirectory: string,
  settings: readonly string[]
): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('This needs PostgreSQL: apt-get install postgresql');
  return startPostgres(programs, { fsync: true, parentDirectory, settings });
}

function placesIn(directory: string, server: PostgresServer | undefined): () => Promise<StorePlace> {
  let number = 0;
  let forgetLast: () => Promise<void> = () => Promise.resolve();
  return async () => {
    await forgetLast();
    number += 1;
    const name = `store_${number}`;
    if (server === undefined) {
      const folder = join(directory, name);
      forgetLast = () => rm(folder, { recursive: true, force: true });
      return { engine: 'sqlite', file: join(folder, 'store.sqlite') };
    }
    forgetLast = () => server.execute(`drop schema if exists ${name} cascade`);
    return { engine: 'postgres', url: server.url, schema: name };
  };
}
