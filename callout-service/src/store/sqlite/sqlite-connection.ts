import Database, { SqliteError } from 'better-sqlite3';
import { Damaged, refuseDamaged } from './refuse-damaged.ts';
import type { Statement, StatementResult, ThreadFailure, ThreadStart } from './thread-protocol.ts';

/** Statements are few and the same; a program that made them up without end must not fill the memory. */
const MAX_PREPARED = 500;
/** Left of a log that a burst or a long reader made large, once it has been worked in. */
const MAX_LOG_BYTES = 16 * 1_048_576;
/** Value of `pragma synchronous` that flushes the log with every commit. */
const SYNCHRONOUS_FULL = 2;

/** SQLite promises less than the store needs. */
export class NotDurable extends Error {}

/** One connection, and its statements ready to run. Everything here waits for the disk, so it lives in a thread. */
export interface SqliteConnection {
  run(statement: Statement): StatementResult;
  failureOf(error: unknown): ThreadFailure;
  close(): void;
}

/**
 * Opens the file.
 * @throws NotDurable when what is acknowledged could be lost in a power cut; SqliteError when it cannot be used.
 */
export function openConnection(start: ThreadStart): SqliteConnection {
  const { role, file, busyTimeoutMs } = start;
  if (role === 'writer') refuseDamaged(file, busyTimeoutMs);
  const database = new Database(file, { timeout: busyTimeoutMs, readonly: role === 'reader' });
  try {
    if (role === 'writer') prepareWriter(database, start);
  } catch (error) {
    database.close();
    throw error;
  }
  const prepared = new Map<string, Database.Statement>();
  return {
    run: (statement) => run(database, prepared, statement),
    failureOf: (error) => ({ ...failureOf(error), undone: !database.inTransaction }),
    close() {
      try {
        // Statistics for the planner, where they are due; sqlite.org/pragma.html#pragma_optimize.
        if (role === 'writer' && !database.inTransaction) database.pragma('optimize');
      } catch (error) {
        // They wait for a day with room on the disk: letting go of the file must not depend on them.
        if (failureOf(error).code !== 'SQLITE_FULL') throw error;
      } finally {
        database.close();
      }
    }
  };
}

/** An error as it crosses to the other thread. */
export function failureOf(error: unknown): ThreadFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NotDurable) return { message, code: 'NOT_DURABLE', undone: true };
  if (error instanceof Damaged) return { message, code: 'SQLITE_CORRUPT', undone: true };
  return { message, code: error instanceof SqliteError ? error.code : undefined, undone: true };
}

function prepareWriter(database: Database.Database, { maxPages }: ThreadStart): void {
  database.pragma('auto_vacuum = INCREMENTAL'); // only a file without tables takes it
  database.pragma('journal_mode = WAL');
  // better-sqlite3 is built so that WAL runs with NORMAL, which loses acknowledged work in a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('fullfsync = ON'); // macOS only: there a plain flush stops at the disk's own memory
  database.pragma('foreign_keys = ON');
  database.pragma(`journal_size_limit = ${MAX_LOG_BYTES}`);
  if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);
  refuseWhatLoses(database);
  // Whether it can be written at all shows only now: not where the memory that connections share is not to be had.
  database.exec('begin immediate');
  database.exec('rollback');
}

/** Asked, not assumed: on a share without shared memory SQLite keeps another journal and says so only when asked. */
function refuseWhatLoses(database: Database.Database): void {
  const journal = database.pragma('journal_mode', { simple: true });
  if (journal !== 'wal') {
    throw new NotDurable(
      `its journal is "${String(journal)}" where "wal" was asked for; a network share cannot hold the store`
    );
  }
  const synchronous = database.pragma('synchronous', { simple: true });
  if (synchronous !== SYNCHRONOUS_FULL) {
    throw new NotDurable(`it flushes with synchronous = ${String(synchronous)} where 2 (FULL) is needed`);
  }
}

function run(
  database: Database.Database,
  prepared: Map<string, Database.Statement>,
  { sql, parameters, begin }: Statement
): StatementResult {
  if (begin !== undefined) prepare(database, prepared, begin).run();
  const statement = prepare(database, prepared, sql);
  if (statement.reader) {
    const rows = statement.all(...parameters);
    return { rows, changes: statement.readonly ? 0 : rows.length };
  }
  if (/^\s*pragma\b/i.test(sql)) {
    // `incremental_vacuum` does one page a step and gives no rows: only exec goes on to its end.
    database.exec(sql);
    return { rows: [], changes: 0 };
  }
  return { rows: [], changes: statement.run(...parameters).changes };
}

function prepare(database: Database.Database, prepared: Map<string, Database.Statement>, sql: string) {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  const [oldest] = prepared.keys();
  if (prepared.size >= MAX_PREPARED && oldest !== undefined) prepared.delete(oldest);
  const statement = database.prepare(sql);
  prepared.set(sql, statement);
  return statement;
}
