import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Logger } from '../telemetry/logger.ts';

/** A database that takes answers, and why it is not the durable one, if so. */
export interface OpenedDatabase {
  readonly database: DatabaseSync;
  readonly notDurableBecause: string | undefined;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS last_answer (
    operation TEXT NOT NULL,
    key       TEXT NOT NULL,
    as_of     TEXT NOT NULL,
    answer    TEXT NOT NULL,
    PRIMARY KEY (operation, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS last_answer_as_of ON last_answer (as_of);
`;

/**
 * Opens the file of last answers. A damaged one is set aside and a new one begun; where none can be written at all,
 * answers are kept in memory. Either is logged, and neither keeps the service from starting.
 */
export function openAnswersDatabase(directory: string, name: string, logger: Logger): OpenedDatabase {
  const file = join(directory, name);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return { database: openFile(file), notDurableBecause: undefined };
  } catch (error) {
    if (isDamage(error)) return replaceDamaged(file, error, logger);
    return keepInMemory(error, logger);
  }
}

/** Whether SQLite says that the file is not, or no longer, a database. */
function isDamage(error: unknown): boolean {
  // SQLITE_CORRUPT 11, SQLITE_NOTADB 26 (sqlite.org/rescode.html); the low byte holds the primary code.
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  return [11, 26].includes(error.errcode & 0xff);
}

function replaceDamaged(file: string, damage: unknown, logger: Logger): OpenedDatabase {
  try {
    const setAside = `${file}.damaged-${Date.now()}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, setAside + suffix);
    }
    logger.warn({ err: damage, setAside }, 'the file of last good answers was damaged and is set aside');
    return { database: openFile(file), notDurableBecause: undefined };
  } catch (error) {
    return keepInMemory(error, logger);
  }
}

function keepInMemory(reason: unknown, logger: Logger): OpenedDatabase {
  logger.warn({ err: reason }, 'last good answers cannot be written and are kept in memory only');
  const database = new DatabaseSync(':memory:');
  database.exec(SCHEMA);
  return { database, notDurableBecause: reason instanceof Error ? reason.message : String(reason) };
}

function openFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 1_000 });
  try {
    // Figures of customers: for the service's own user only. The log files beside it take over this mode.
    chmodSync(file, 0o600);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(SCHEMA);
    assertSound(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function assertSound(database: DatabaseSync): void {
  const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (found !== 'ok') throw Object.assign(new Error(`quick_check: ${String(found)}`), { errcode: 11 });
}
