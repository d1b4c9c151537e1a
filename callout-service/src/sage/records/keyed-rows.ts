import type { AnyTable } from '../catalogue/table.ts';
import { conditionsOfKeys } from './key-conditions.ts';
import { isSafeKey, keyText, rawKeyOf, type RawKey } from './raw-key.ts';
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
  if (safe.length === 0) return { table: await reader.fit(table), rows: [] };
  const wheres = conditionsOfKeys(columns, safe);
  return reader.read(
    table,
    ({ names }) => wheres.map((where) => ({ columns: names, where, orderBy: table.key })),
    { priority }
  );
}

/** Those rows in the order of their keys. */
export function inOrderOf(keys: readonly RawKey[], { table, rows }: TableRows): TableRows {
  const byKey = new Map(
    rows.map((row) => [keyText(rawKeyOf(row, table.names, table.key, table.columns)), row])
  );
  const found = keys.map((key) => byKey.get(keyText(key)));
  return { table, rows: found.filter((row) => row !== undefined) };
}
