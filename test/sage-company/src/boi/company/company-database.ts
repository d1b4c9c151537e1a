import { DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue } from 'node:sqlite';
import { BoiRefusal } from '../com/boi-object.ts';
import { readLiveTable } from './live-table.ts';
import type { LiveTable } from './live-table.ts';
import type { WritePlan } from './write-plan.ts';

export type Row = Record<string, SQLOutputValue>;

/** How long a write waits for another process that writes to the company. */
const BUSY_MS = 5_000;

/** The company's tables, read at any time and written in one transaction per record. */
export class CompanyDatabase {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #tables = new Map<string, LiveTable>();

  constructor(file: string) {
    this.file = file;
    this.#database = new DatabaseSync(file);
    this.#database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${BUSY_MS}`
    );
  }

  /** Throws for a table that the company does not have. */
  table(name: string): LiveTable {
    const table = this.findTable(name);
    if (table === undefined) throw new Error(`the company has no table ${name}`);
    return table;
  }

  findTable(name: string): LiveTable | undefined {
    const known = this.#tables.get(name) ?? readLiveTable(this.#database, name);
    if (known !== undefined) this.#tables.set(name, known);
    return known;
  }

  /** The record with that key, in the order of the table's key columns. */
  find(tableName: string, ...key: readonly string[]): Row | undefined {
    const table = this.table(tableName);
    const where = table.key.map((column) => `${column} = ?`).join(' AND ');
    return this.#database.prepare(`SELECT * FROM ${tableName} WHERE ${where}`).get(...key);
  }

  all(sql: string, ...values: readonly (string | number)[]): Row[] {
    return this.#database.prepare(sql).all(...values);
  }

  /**
   * Runs a plan as one transaction: all of it is written, or nothing. Throws a `BoiRefusal` when a record that was to be
   * made is there already, or one that was to be changed is gone.
   */
  write(plan: WritePlan): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const { sql, values, mustChange } of plan) {
        const { changes } = this.#database.prepare(sql).run(...values);
        if (mustChange && Number(changes) !== 1) throw new BoiRefusal('The record is not on file.');
      }
      this.#database.exec('COMMIT');
    } catch (fault) {
      this.#database.exec('ROLLBACK');
      if (fault instanceof Error && fault.message.includes('UNIQUE constraint'))
        throw new BoiRefusal('The record is already on file.');
      throw fault;
    }
  }

  close(): void {
    this.#database.close();
  }
}
