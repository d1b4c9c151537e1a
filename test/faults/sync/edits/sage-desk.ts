import type { OrderWorld } from '../../orders/world/order-world.ts';
import { readSageFile } from '../../orders/world/sage-file.ts';
import { changeSage, copyInSage, readSage, stampOf } from '../world/sage-desk.ts';
import type { EditedPlace } from './places.ts';

type Columns = Readonly<Record<string, string>>;

/** Keys of the records of a place, in their order. */
export function keysOf({ sage }: OrderWorld, { table, key, where = '1' }: EditedPlace): readonly string[] {
  return readSageFile(sage.ready.databaseFile, (rows) =>
    rows(`SELECT ${key} AS key FROM ${table} WHERE ${where} ORDER BY 1`)
  ).map((row) => String(row['key']));
}

/** Changes columns of one record, stamped as of now unless a posting does it. */
export function changeRecord(
  world: OrderWorld,
  { table, key, where = '1' }: EditedPlace,
  changed: { readonly key: string; readonly values: Columns; readonly posted: boolean }
): void {
  const values = changed.posted ? changed.values : { ...changed.values, ...stampOf(0) };
  const set = Object.keys(values).map((column) => `${column} = ?`);
  const sql = `UPDATE ${table} SET ${set.join(', ')} WHERE ${key} = ? AND ${where}`;
  const count = changeSage(world, sql, ...Object.values(values), changed.key);
  if (count !== 1) throw new Error(`${count} records of ${table} have the key ${changed.key}`);
}

/** Makes a record like the one with this key, but for the columns; gives its own key. */
export function copyRecord(
  world: OrderWorld,
  { table, key }: EditedPlace,
  like: string,
  values: Columns
): string {
  copyInSage(world, {
    table,
    where: `${key} = '${like.replaceAll("'", "''")}'`,
    copies: [{ ...values, ...stampOf(0) }]
  });
  const isNew = Object.entries(values).map(([column, value]) => `${column} = '${value}'`);
  const made = readSage(world, `SELECT ${key} FROM ${table} WHERE ${isNew.join(' AND ')}`);
  if (made === undefined) throw new Error(`${table} has no copy of ${like}`);
  return made;
}
