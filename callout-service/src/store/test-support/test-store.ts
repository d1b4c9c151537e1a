import { randomUUID } from 'node:crypto';
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { workerDatabaseUrl } from '../../../../test/support/postgres/worker-database.ts';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { RetryPolicy } from '../jobs/retry-policy.ts';
import { openStore, type StoreOptions } from '../open-store.ts';
import type { Store } from '../port/store.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';

/** Both databases that the store works with: every behaviour is shown on each. */
export const engines = ['sqlite', 'postgres'] as const;
export type Engine = (typeof engines)[number];

export interface TestStoreOptions {
  readonly retry?: Partial<RetryPolicy>;
  readonly random?: () => number;
  readonly companyCode?: string;
}

/** A place for one store, and a clock that tests move. Its clock stands still in SQLite and runs in PostgreSQL. */
export interface TestPlace {
  readonly engine: Engine;
  /** Where it is, for what opens a store itself. */
  readonly database: StoreOptions['database'];
  /** Opens the store; a second time, another instance of it. */
  open(options?: TestStoreOptions): Promise<Store>;
  /** The database itself, to look at rows or to put wrong ones there. Close it yourself. */
  openDatabase(): Promise<OpenedDatabase>;
  /** What the store calls now, in milliseconds. */
  now(): Promise<number>;
  /** Moves the clock of every instance. */
  advance(milliseconds: number): Promise<void>;
  /** Closes what was opened through `open` and still stands, and removes everything. */
  remove(): Promise<void>;
}

const START = Date.UTC(2026, 10, 22, 12);
const RETRY: RetryPolicy = { maxAttempts: 5, backoffBaseMs: 1_000, backoffCeilingMs: 60_000 };

/** Makes a place of its own in the engine. */
export function testPlace(engine: Engine): TestPlace {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-store-'));
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const stores = new Set<Store>();
  let clock = START;
  const database: StoreOptions['database'] =
    engine === 'sqlite'
      ? {
          engine,
          file: join(directory, 'store.sqlite'),
          use: 'shared',
          clock: () => clock,
          busyTimeoutMs: 5_000
        }
      : {
          engine,
          url: workerDatabaseUrl(),
          schema,
          poolSize: 8,
          connectTimeoutMs: 5_000,
          statementTimeoutMs: 20_000,
          requireDurable: false
        };
  const openDatabase = () => (database.engine === 'sqlite' ? openSqlite(database) : openPostgres(database));
  const withDatabase = async <T>(work: (opened: OpenedDatabase) => Promise<T>): Promise<T> => {
    const opened = await openDatabase();
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  };
  return {
    engine,
    database,
    openDatabase,
    async open({ retry, random, companyCode = 'ABC' } = {}) {
      const store = await openStore({
        database,
        companyCode,
        retryPolicyOf: () => ({ ...RETRY, ...retry }),
        ...(random === undefined ? {} : { random })
      });
      stores.add(store);
      return store;
    },
    now: () =>
      engine === 'sqlite'
        ? Promise.resolve(clock)
        : withDatabase(async ({ database: postgres, dialect }) => {
            const { rows } = await sql<{ now: number }>`select ${dialect.now()} as now`.execute(postgres);
            return rows[0]?.now ?? Number.NaN;
          }),
    async advance(milliseconds) {
      clock += milliseconds;
      if (engine === 'postgres')
        await withDatabase((opened) => movePostgresClock(opened, schema, clock - START));
    },
    async remove() {
      for (const store of stores) await store.close().catch(() => undefined);
      if (engine === 'postgres') {
        await withDatabase(({ database: postgres }) =>
          sql`drop schema ${sql.id(schema)} cascade`.execute(postgres)
        );
      }
      rmSync(directory, { recursive: true });
    }
  };
}

/** The store asks the server's clock through one function: here it runs ahead. */
async function movePostgresClock(
  { database }: OpenedDatabase,
  schema: string,
  aheadMs: number
): Promise<void> {
  await sql`create or replace function ${sql.id(schema, 'now_ms')}() returns bigint language sql volatile
    as ${sql.lit(`select (extract(epoch from clock_timestamp()) * 1000)::bigint + ${aheadMs}`)}`.execute(
    database
  );
}
