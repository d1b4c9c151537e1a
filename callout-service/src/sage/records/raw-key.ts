import type { Columns } from '../catalogue/table.ts';
import type { Cell, CellRow } from '../odbc/protocol.ts';
import { literal, UnsafeLiteralError } from '../sql/literal.ts';

const PADDING = /[ \0]+$/;
/** SQL Server's first day, and before any day of business: what is blank stands before it. */
const BEFORE_ALL_DAYS = '1753-01-01';

/** Values of some columns of a row as a statement can compare with them: without padding, a day without its time. */
export type RawKey = readonly string[];

/** Those values of a row, whose cells stand in the order of `names`. */
export function rawKeyOf(
  row: CellRow,
  names: readonly string[],
  columns: readonly string[],
  types: Columns
): RawKey {
  return columns.map((column) =>
    rawValue(row[names.indexOf(column)] ?? null, types[column]?.kind === 'date')
  );
}

function rawValue(cell: Cell, isDay: boolean): string {
  const text = cell === null ? '' : String(cell);
  return isDay ? text.trim().slice(0, 10) : text.replace(PADDING, '');
}

/** Whether a text among these values came with its padding. */
export function isPadded(
  row: CellRow,
  names: readonly string[],
  columns: readonly string[],
  types: Columns
): boolean {
  return columns.some(
    (column) => types[column]?.kind === 'string' && PADDING.test(String(row[names.indexOf(column)] ?? ''))
  );
}

/** One text for a key, to find it by. */
export function keyText(key: RawKey): string {
  return key.join('\0');
}

/** Each key once. */
export function distinctKeys(keys: readonly RawKey[]): readonly RawKey[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}

/** Whether statements can carry these values: no record with a control character in its key can be asked for. */
export function isSafeKey(key: RawKey, columns: readonly string[], types: Columns): boolean {
  try {
    key.forEach((value, index) => {
      const type = types[columns[index] ?? ''];
      if (type !== undefined) literal(type, value);
    });
    return true;
  } catch (error) {
    if (error instanceof UnsafeLiteralError) return false;
    throw error;
  }
}

/**
 * What statements can carry to go on behind a key; undefined where nothing does. A blank day cannot be compared with, but
 * at the end of a key all days stand behind it.
 */
export function cursorOf(key: RawKey, columns: readonly string[], types: Columns): RawKey | undefined {
  const last = columns.length - 1;
  const endsWithBlankDay = key[last] === '' && types[columns[last] ?? '']?.kind === 'date';
  const cursor = endsWithBlankDay ? key.with(last, BEFORE_ALL_DAYS) : key;
  return isSafeKey(cursor, columns, types) ? cursor : undefined;
}
