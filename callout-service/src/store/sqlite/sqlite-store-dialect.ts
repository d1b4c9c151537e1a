import { sql, type Kysely } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoreDialect } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { SqliteFailure } from './sqlite-failure.ts';

/** Moving a page is quick: a step takes some ten milliseconds. */
const PAGES_PER_STEP = 1_000;
/** Room that the next rows take again. */
const FREE_PAGES_KEPT = 1_000;

const FAULTS = [
  { codes: /^SQLITE_FULL/, fault: 'LB605', detail: 'The disk of the embedded store is full.' },
  {
    codes: /^SQLITE_(CORRUPT|NOTADB)/,
    fault: 'LB606',
    detail: 'The file of the embedded store is damaged.'
  },
  {
    codes: /^SQLITE_(BUSY|LOCKED|PROTOCOL)/,
    fault: 'LB618',
    detail: 'Another process held the embedded store.'
  },
  { codes: /^TURN_NOT_GIVEN$/, fault: 'LB618', detail: 'Another change held the embedded store.' },
  {
    codes: /^TRANSACTION_EXPIRED$/,
    fault: 'LB618',
    detail: 'The change was undone, since it held the embedded store and did nothing.'
  },
  { codes: /^THREAD_ENDED$/, fault: 'LB602', detail: 'The thread of the embedded store has ended.' },
  {
    codes: /^SQLITE_(IOERR|CANTOPEN|READONLY|PERM|AUTH)/,
    fault: 'LB602',
    detail: 'The file of the embedded store could not be read or written.'
  }
] as const;

/** SQLite: one writer at a time, so that nothing needs a lock of its own, and nobody else to tell. */
export function sqliteStoreDialect(clock: () => number): StoreDialect {
  return {
    engine: 'sqlite',
    schema: undefined,
    now: () => sql<number>`${clock()}`,
    lockKeys: () => Promise.resolve(),
    lockFeed: () => Promise.resolve(),
    completeAtOnce: undefined,
    skipLocked: (query) => query,
    isOneOf: (column, texts) => sql<boolean>`${sql.ref(column)} in (${sql.join(texts)})`,
    holdMoment: () => Promise.resolve(), // a transaction of SQLite sees one moment anyway
    async lastId(database, table) {
      const { rows } = await sql<{ last: number }>`select seq as last from sqlite_sequence
        where name = ${table}`.execute(database);
      return rows[0]?.last ?? 0;
    },
    async countOnFrom(database, table, lastId) {
      await sql`delete from sqlite_sequence where name = ${table}`.execute(database);
      await sql`insert into sqlite_sequence (name, seq) values (${table}, ${lastId})`.execute(database);
    },
    async sizeBytes(database) {
      const { rows } = await sql<{ bytes: number }>`select (page_count - freelist_count) * page_size as bytes
        from pragma_page_count(), pragma_freelist_count(), pragma_page_size()`.execute(database);
      return rows[0]?.bytes ?? 0;
    },
    async version(database) {
      const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(database);
      return rows[0]?.version ?? '';
    },
    async checkPages(database) {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database);
      return rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
    },
    giveBackSpace,
    faultOf: sqliteFault,
    mayRunAgain: () => false,
    mayBeCommitted: (error) => sqliteFault(error)?.code === 'LB602'
  };
}

/** What deleting freed goes back to the disk in steps, between which others have their turn. */
async function giveBackSpace(database: Kysely<StoreDatabase>): Promise<void> {
  for (let free = await freePages(database); free > FREE_PAGES_KEPT;) {
    await sql`pragma incremental_vacuum(${sql.lit(PAGES_PER_STEP)})`.execute(database);
    const left = await freePages(database);
    if (left >= free) return; // a file that was not made by this program gives nothing back
    free = left;
  }
}

async function freePages(database: Kysely<StoreDatabase>): Promise<number> {
  const { rows } = await sql<{ freelist_count: number }>`pragma freelist_count`.execute(database);
  return rows[0]?.freelist_count ?? 0;
}

/**
 * What a failure means, once the store stands open. Codes: sqlite.org/rescode.html; better-sqlite3 gives the extended
 * names, as SQLITE_IOERR_WRITE.
 */
export function sqliteFault(error: unknown): LedgerBridgeError | undefined {
  if (!(error instanceof SqliteFailure)) return undefined;
  const known = FAULTS.find(({ codes }) => codes.test(error.code ?? ''));
  return known && new LedgerBridgeError(known.fault, { detail: known.detail, cause: error });
}
