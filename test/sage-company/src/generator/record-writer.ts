import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Table } from '../tables/index.ts';

/** Some columns of one record; those left out are blank. */
export type SageRecord = Readonly<Record<string, string | number | null>>;

/** Writes records of any table; one prepared statement for each set of columns it has seen. */
export class RecordWriter {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  write(table: Table, record: SageRecord): void {
    this.#statement(table, Object.keys(record)).run(...Object.values(record));
  }

  #statement(table: Table, columns: readonly string[]): StatementSync {
    const names = columns.join(', ');
    const shape = `${table.name} ${names}`;
    const known = this.#statements.get(shape);
    if (known !== undefined) return known;
    const marks = columns.map(() => '?').join(', ');
    const statement = this.#database.prepare(`INSERT INTO ${table.name} (${names}) VALUES (${marks})`);
    this.#statements.set(shape, statement);
    return statement;
  }
}
