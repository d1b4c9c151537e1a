import { statSync } from 'node:fs';
import Database from 'better-sqlite3';

/** The file has pages that cannot be. */
export class Damaged extends Error {}

/** Read whole in about a fifth of a second; a larger one is checked by `npm run store -- check`. */
const CHECKED_BYTES = 64 * 1_048_576;

/**
 * Looks at a file before anything of it is changed. The header, the tables' definitions and the first pages of each
 * table are always read; every page only of a file that is small enough for a start.
 * @throws Damaged, or SqliteError `SQLITE_NOTADB` or `SQLITE_CORRUPT`.
 */
export function refuseDamaged(file: string, busyTimeoutMs: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return; // new
  const database = new Database(file, { timeout: busyTimeoutMs, readonly: true });
  try {
    if (size > CHECKED_BYTES) readFirstPages(database);
    else checkAllPages(database);
  } finally {
    database.close();
  }
}

function checkAllPages(database: Database.Database): void {
  const finding: unknown = database.pragma('quick_check(1)', { simple: true });
  if (finding !== 'ok') throw new Damaged(String(finding));
}

function readFirstPages(database: Database.Database): void {
  const tables = database
    .prepare<[], string>(`select name from sqlite_schema where type = 'table'`)
    .pluck()
    .all();
  for (const table of tables) {
    database.prepare(`select * from "${table.replaceAll('"', '""')}" limit 1`).get();
  }
}
