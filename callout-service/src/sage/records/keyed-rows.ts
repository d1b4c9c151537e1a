import type { AnyTable } from '../catalogue/table.ts';
import { chunks, conditionsOfKeys } from './key-conditions.ts';
import type { LiveTable } from './live-table.ts';
import { isSafeKey, keyText, rawKeyOf, type RawKey } from './raw-key.ts';
import { rowsAtOnce } from './rows-at-once.ts';
import type { TableReader, TableRows } from './table-reader.ts';

/**
 * The rows of these keys, or of everything that begins with them, as the database gives them. Keys that no statement can
 * carry are left out: Sage has no record of such a key.
 */
export async function rowsOfKeys(
  reader: TableReader,
  table: AnyTable,
  keys: readonly RawKey[],
  priority: 'interactive' | 'background'
): Promise<TableRows> {
  const columns = table.key.slice(0, keys[0]?.length);
  const safe = keys.filter((key) => isSafeKey(key, columns, table.columns));
  const live = await reader.fit(table);
  const parts: TableRows[] = [];
  for (const some of chunks(safe, Math.min(safe.length, rowsAtOnce(live)))) {
    const wheres = conditionsOfKeys(columns, some);
    const selectsOf = ({ names }: LiveTable) =>
      wheres.map((where) => ({ columns: names, where, orderBy: table.key }));
    parts.push(await reader.read(table, selectsOf, { priority }));
  }
  const shape = parts.at(-1)?.table ?? live;
  // The columns changed between two reads, so everything is read again in their new shape.
  if (parts.some((part) => part.table !== shape)) return rowsOfKeys(reader, table, keys, priority);
  return { table: shape, rows: parts.flatMap((part) => part.rows) };
}

/** Those rows in the order of their keys. */
export function inOrderOf(keys: readonly RawKey[], { table, rows }: TableRows): TableRows {
  const byKey = new Map(
    rows.map((row) => [keyText(rawKeyOf(row, table.names, table.key, table.columns)), row])
  );
  const found = keys.map((key) => byKey.get(keyText(key)));
  return { table, rows: found.filter((row) => row !== undefined) };
}
