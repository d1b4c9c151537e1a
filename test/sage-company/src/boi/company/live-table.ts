import type { DatabaseSync } from 'node:sqlite';

/** A column as the running company has it: types and lengths are read from the database, not from a list. */
export interface LiveColumn {
  readonly name: string;
  readonly kind: 'string' | 'decimal' | 'date' | 'text';
  /** Characters of a string. */
  readonly length: number;
  /** Digits of a decimal, in all and after the point. */
  readonly precision: number;
  readonly scale: number;
}

export interface LiveTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: ReadonlyMap<string, LiveColumn>;
}

/** Reads a table's columns and key; undefined when the company has no such table. */
export function readLiveTable(database: DatabaseSync, name: string): LiveTable | undefined {
  const rows = database.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(name);
  if (rows.length === 0) return undefined;
  const columns = rows.map((row) => readColumn(String(row['name']), String(row['type'])));
  const key = rows
    .filter((row) => Number(row['pk']) > 0)
    .toSorted((a, b) => Number(a['pk']) - Number(b['pk']))
    .map((row) => String(row['name']));
  return { name, key, columns: new Map(columns.map((column) => [column.name, column])) };
}

function readColumn(name: string, type: string): LiveColumn {
  const [, first = '0', second = '0'] = /\((\d+)(?:,(\d+))?\)/.exec(type) ?? [];
  const none = { name, length: 0, precision: 0, scale: 0 };
  if (type.startsWith('VARCHAR')) return { ...none, kind: 'string', length: Number(first) };
  if (type.startsWith('DECIMAL'))
    return { ...none, kind: 'decimal', precision: Number(first), scale: Number(second) };
  return { ...none, kind: type === 'DATE' ? 'date' : 'text' };
}
