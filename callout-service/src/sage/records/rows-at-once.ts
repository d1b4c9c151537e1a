import type { LiveTable } from './live-table.ts';

/** A text column from this length on is handed over by the driver as a long one. */
const LONG_CHARACTERS = 4_096;
/** What node-odbc needs for one long value, whatever it holds: measured with columns of 65,536 characters. */
const LONG_VALUE_MIB = 2.5;
const READ_MIB = 64;

/** How many rows of a table may be read at once, so that its long texts stay within bounds of memory. */
export function rowsAtOnce({ columns, names }: LiveTable): number {
  const long = names.filter((name) => {
    const type = columns[name];
    return type?.kind === 'string' && type.length >= LONG_CHARACTERS;
  });
  return long.length === 0
    ? Number.POSITIVE_INFINITY
    : Math.max(1, Math.floor(READ_MIB / (LONG_VALUE_MIB * long.length)));
}
