import type { LiveTable } from './live-table.ts';

export type SqlValue = string | number | null;

/** Column values of one record, in the form in which they are stored. */
export type StoredRecord = Readonly<Record<string, SqlValue>>;

/** One change of a plan. With `mustChange`, it must meet exactly one record. */
export interface Change {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  readonly mustChange: boolean;
}

/**
 * What a write changes, as data: it can be run in one transaction now, or later by another process, as the server does
 * whose client has died.
 */
export type WritePlan = readonly Change[];

export function insertChange(table: LiveTable, record: StoredRecord): Change {
  const names = Object.keys(record);
  const marks = names.map(() => '?').join(', ');
  const sql = `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${marks})`;
  return { sql, values: Object.values(record), mustChange: true };
}

/** Replaces the columns that are given in the record with this key. */
export function updateChange(table: LiveTable, key: readonly string[], record: StoredRecord): Change {
  const names = Object.keys(record).filter((name) => !table.key.includes(name));
  const sql = `UPDATE ${table.name} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${whereKey(table)}`;
  return { sql, values: [...names.map((name) => record[name] ?? null), ...key], mustChange: true };
}

/**
 * Makes the record, or replaces the columns that are given when it is there. Those in `whenNew` are only for a record
 * that is made.
 */
export function upsertChange(table: LiveTable, record: StoredRecord, whenNew: StoredRecord = {}): Change {
  const insert = insertChange(table, { ...record, ...whenNew });
  const rest = Object.keys(record).filter((name) => !table.key.includes(name));
  const update = rest.map((name) => `${name} = excluded.${name}`).join(', ');
  return { ...insert, sql: `${insert.sql} ON CONFLICT (${table.key.join(', ')}) DO UPDATE SET ${update}` };
}

/** Deletes what has the leading segments of the key. */
export function deleteChange(table: LiveTable, leadingKey: readonly string[]): Change {
  const where = table.key.slice(0, leadingKey.length).map((column) => `${column} = ?`);
  const isWhole = leadingKey.length === table.key.length;
  return {
    sql: `DELETE FROM ${table.name} WHERE ${where.join(' AND ')}`,
    values: leadingKey,
    mustChange: isWhole
  };
}

export function whereKey(table: LiveTable): string {
  return table.key.map((column) => `${column} = ?`).join(' AND ');
}
