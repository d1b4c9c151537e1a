import { sql } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoreDialect } from '../dialect/store-dialect.ts';
import { SqliteFailure } from './sqlite-failure.ts';

/** SQLite: one writer at a time, so that nothing needs a lock of its own, and nobody else to tell. */
export function sqliteStoreDialect(clock: () => number): StoreDialect {
  return {
    engine: 'sqlite',
    schema: undefined,
    now: () => sql<number>`${clock()}`,
    lockKeys: () => Promise.resolve(),
    skipLocked: (query) => query,
    announceDue: () => Promise.resolve(),
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
    faultOf,
    mayRunAgain: () => false
  };
}

// Codes: sqlite.org/rescode.html; better-sqlite3 gives the extended names, as SQLITE_IOERR_WRITE.
function faultOf(error: unknown): LedgerBridgeError | undefined {
  if (!(error instanceof SqliteFailure)) return undefined;
  const code = error.code ?? '';
  const fault = (number: 'LB602' | 'LB605' | 'LB606' | 'LB618', detail: string) =>
    new LedgerBridgeError(number, { detail, cause: error });
  if (code.startsWith('SQLITE_FULL')) return fault('LB605', 'The disk of the embedded store is full.');
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return fault('LB606', 'The file of the embedded store is damaged.');
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return fault('LB618', 'The embedded store was held by another process.');
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY)/.test(code) || error.code === undefined) {
    return fault('LB602', 'The file of the embedded store could not be read or written.');
  }
  return undefined;
}
