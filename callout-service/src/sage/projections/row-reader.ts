import { hash } from 'node:crypto';
import type { ColumnType } from '../catalogue/column-type.ts';
import type { AnyTable } from '../catalogue/table.ts';
import type { CellRow } from '../odbc/protocol.ts';
import type { LiveTable } from '../records/live-table.ts';
import { blankText, cellText } from './cell-text.ts';

/** 132 bits: two records of a million that share one are not to be expected before the sun has gone out. */
const DIGEST_CHARACTERS = 22;

/** Reads cells of rows of one shape. */
export interface RowReader {
  /** A column's value in its one form; blank where the data source lacks it. */
  text(row: CellRow, column: string): string;
  /** Everything that the row says, as one text. */
  content(row: CellRow): string;
}

/**
 * For rows with these columns of a table. User-defined fields count where they hold something, by name: a new one that
 * nobody has filled yet changes no record.
 */
export function createRowReader(
  { columns: declared }: AnyTable,
  { columns, userDefined }: LiveTable,
  { names, wanted }: { readonly names: readonly string[]; readonly wanted: readonly string[] }
): RowReader {
  const place = new Map(names.map((name, index) => [name, index]));
  const textOf = (row: CellRow, column: string): string => {
    const type = columns[column] ?? declared[column];
    const index = place.get(column);
    if (type === undefined) return '';
    return index === undefined ? blankText(type) : cellText(row[index] ?? null, type);
  };
  const readers = wanted.map((column) => readerOf(columns[column] ?? declared[column], place.get(column)));
  const own = userDefined.filter((column) => place.has(column)).toSorted();
  return {
    text: textOf,
    content(row) {
      const parts = readers.map((read) => read(row));
      for (const column of own) {
        const text = textOf(row, column);
        const type = columns[column];
        if (type !== undefined && text !== blankText(type)) parts.push(column, text);
      }
      return JSON.stringify(parts);
    }
  };
}

/** What reads one column, so that the columns are not looked for again with every row. */
function readerOf(type: ColumnType | undefined, index: number | undefined): (row: CellRow) => string {
  if (type === undefined) return () => '';
  if (index === undefined) return () => blankText(type);
  return (row) => cellText(row[index] ?? null, type);
}

/** A digest of texts, of 22 characters. */
export function digestOf(content: string): string {
  return hash('sha1', content, 'base64url').slice(0, DIGEST_CHARACTERS);
}
