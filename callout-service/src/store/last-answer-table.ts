import type { DatabaseSync } from 'node:sqlite';
import type { StoredAnswer } from './port/last-answers.ts';

/** Which answers are dropped when others are written. */
export interface Bounds {
  /** ISO 8601 in UTC; older answers go. */
  readonly oldestAsOf: string;
  /** Beyond it the oldest go. */
  readonly maxRows: number;
}

/** The statements on `last_answer`, prepared once. Every method may throw what SQLite throws. */
export class LastAnswerTable {
  readonly #database: DatabaseSync;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  count(): number {
    return Number(this.#statements.count.get()?.rows ?? 0);
  }

  find(operation: string, key: string): StoredAnswer | undefined {
    const row = this.#statements.find.get(operation, key);
    if (row === undefined) return undefined;
    return { operation, key, asOf: String(row.as_of), answer: JSON.parse(String(row.answer)) };
  }

  forget(operation: string, key: string): void {
    this.#statements.forget.run(operation, key);
  }

  /** Writes all of them in one transaction. An older answer does not replace a newer one. */
  write(answers: readonly StoredAnswer[], { oldestAsOf, maxRows }: Bounds): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const { operation, key, asOf, answer } of answers) {
        this.#statements.upsert.run(operation, key, asOf, JSON.stringify(answer));
      }
      this.#statements.dropOlder.run(oldestAsOf);
      if (this.count() > maxRows) this.#statements.dropBeyond.run(maxRows);
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}

function prepareStatements(database: DatabaseSync) {
  return {
    count: database.prepare('SELECT count(*) AS rows FROM last_answer'),
    find: database.prepare('SELECT as_of, answer FROM last_answer WHERE operation = ? AND key = ?'),
    forget: database.prepare('DELETE FROM last_answer WHERE operation = ? AND key = ?'),
    upsert: database.prepare(
      `INSERT INTO last_answer (operation, key, as_of, answer) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET as_of = excluded.as_of, answer = excluded.answer
       WHERE excluded.as_of >= last_answer.as_of`
    ),
    dropOlder: database.prepare('DELETE FROM last_answer WHERE as_of < ?'),
    dropBeyond: database.prepare(
      `DELETE FROM last_answer WHERE (operation, key) IN
       (SELECT operation, key FROM last_answer ORDER BY as_of DESC LIMIT -1 OFFSET ?)`
    )
  };
}
