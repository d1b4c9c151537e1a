import { DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue } from 'node:sqlite';
import { Decimal } from 'decimal.js';
import { currentDay } from '../calendar.ts';
import { Refusal } from '../refusal.ts';
import { columnValue } from '../tables/column-value.ts';
import { findTable } from '../tables/index.ts';
import type { Column, Table } from '../tables/index.ts';
import { splitRecordKey } from '../tables/record-key.ts';
import { findColumn } from '../tables/table-definition.ts';

/** Column values as text: decimals with all their digits, a blank date as ''. */
export type RecordText = Readonly<Record<string, string>>;

/** The records of a company, opened for writing. There is one of these for each database file. */
export class CompanyRecords {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    // Readers of a write-ahead log are never locked out by the writer, nor it by them.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
  }

  /** Reads one record. Throws a `Refusal` for an unknown table, a malformed key or a record that is not there. */
  show(tableName: string, key: string): RecordText {
    const table = knownTable(tableName);
    const { where, segments } = byKey(table, key);
    const found = this.#database.prepare(`SELECT * FROM ${table.name} WHERE ${where}`).get(...segments);
    if (found === undefined) throw new Refusal(`${table.name} has no record ${key}`);
    return Object.fromEntries(
      table.columns.map((column) => [column.name, asText(column, found[column.name])])
    );
  }

  /**
   * Changes columns of one record, all or none, and stamps it as updated now, as Sage does. Throws a `Refusal`, and
   * changes nothing, when table, key, column or value is not possible.
   */
  set(tableName: string, key: string, values: RecordText): void {
    const table = knownTable(tableName);
    const { where, segments } = byKey(table, key);
    if (Object.keys(values).length === 0)
      throw new Refusal('name at least one column to set, as Column=value');
    const stored = Object.entries({ ...updateStamps(table), ...values }).map(([name, text]) => {
      const column = changeableColumn(table, name);
      return { name: column.name, value: columnValue(table.name, column, text) };
    });
    const changes = stored.map(({ name }) => `${name} = ?`).join(', ');
    const statement = this.#database.prepare(`UPDATE ${table.name} SET ${changes} WHERE ${where}`);
    const { changes: changed } = statement.run(...stored.map(({ value }) => value), ...segments);
    if (Number(changed) === 0) throw new Refusal(`${table.name} has no record ${key}`);
  }

  /** The number of records in a table. */
  count(tableName: string): number {
    const found = this.#database
      .prepare(`SELECT count(*) AS records FROM ${knownTable(tableName).name}`)
      .get();
    return Number(found?.['records']);
  }

  close(): void {
    this.#database.close();
  }
}

function knownTable(name: string): Table {
  const table = findTable(name);
  if (table === undefined)
    throw new Refusal(`there is no table ${name}; tables are written as Sage does, AR_Customer`);
  return table;
}

function changeableColumn(table: Table, name: string): Column {
  const column = findColumn(table, name);
  if (column === undefined) throw new Refusal(`${table.name} has no column ${name}`);
  if (table.key.some((segment) => segment.column === name))
    throw new Refusal(`${name} belongs to the key of ${table.name} and cannot be changed`);
  return column;
}

function byKey(table: Table, key: string): { where: string; segments: string[] } {
  const where = table.key.map((segment) => `${segment.column} = ?`).join(' AND ');
  return { where, segments: splitRecordKey(table, key) };
}

/** DateUpdated and TimeUpdated of this moment, in the server's local day and decimal hours. */
function updateStamps(table: Table): RecordText {
  if (findColumn(table, 'DateUpdated') === undefined) return {};
  const now = new Date();
  const hours = now.getHours() + now.getMinutes() / 60 + now.getSeconds() / 3_600;
  return { DateUpdated: currentDay(), TimeUpdated: hours.toFixed(5) };
}

function asText(column: Column, value: SQLOutputValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (column.type.kind === 'decimal') return new Decimal(String(value)).toFixed(column.type.scale);
  return String(value);
}
