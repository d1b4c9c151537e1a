import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { ColumnType } from '../catalogue/column-type.ts';
import type { ColumnName, Columns, RowOf } from '../catalogue/table.ts';
import type { Cell, CellRow } from '../odbc/protocol.ts';
import type { Select } from '../sql/select.ts';
import { decodeDate } from './date.ts';
import { decodeDecimal } from './decimal.ts';
import { decodeText } from './text.ts';
import { UndecodableValueError } from './undecodable-value.ts';

/**
 * Turns what a driver gave into rows of the types that the catalogue declares. Cells are taken by position, since
 * drivers change the case of names. Throws LB308 naming table and column, the record as its subject, never the value.
 */
export function decodeRows<C extends Columns, N extends ColumnName<C>>(
  select: Select<C, N>,
  rows: readonly CellRow[]
): readonly RowOf<C, N>[] {
  return rows.map((cells) => decodeRow(select, cells));
}

/** One row; as `decodeRows`. */
export function decodeRow<C extends Columns, N extends ColumnName<C>>(
  select: Pick<Select<C, N>, 'table' | 'columns'>,
  cells: CellRow
): RowOf<C, N> {
  if (cells.length !== select.columns.length) {
    throw new LedgerBridgeError('LB308', {
      detail: `Sage gave ${cells.length} columns of ${select.table.name} where ${select.columns.length} were asked for.`
    });
  }
  const row: Record<string, string | null> = {};
  select.columns.forEach((column, index) => {
    row[column] = decodeColumn(select, column, cells, index);
  });
  // The one place where the compiler cannot follow: the loop above filled exactly the columns N by their types.
  return row as RowOf<C, N>;
}

function decodeColumn<C extends Columns, N extends ColumnName<C>>(
  select: Pick<Select<C, N>, 'table' | 'columns'>,
  column: N,
  cells: CellRow,
  index: number
): string | null {
  try {
    return decodeCell(cells[index] ?? null, select.table.columns[column]);
  } catch (cause) {
    throw new LedgerBridgeError('LB308', {
      detail: `${select.table.name}.${column} cannot be used: ${String(cause instanceof Error ? cause.message : cause)}.`,
      ...subjectOf(select, cells),
      cause
    });
  }
}

function decodeCell(value: Cell, type: ColumnType | undefined): string | null {
  switch (type?.kind) {
    case undefined:
      throw new UndecodableValueError('of a column in the catalogue');
    case 'string':
      return decodeText(value, type);
    case 'decimal':
      return decodeDecimal(value, type);
    case 'date':
      return decodeDate(value);
  }
}

/** The record by its primary key, as far as the key was selected. */
function subjectOf<C extends Columns, N extends ColumnName<C>>(
  select: Pick<Select<C, N>, 'table' | 'columns'>,
  cells: CellRow
): { subject?: string } {
  const selected: readonly string[] = select.columns;
  const segments = select.table.key.flatMap((column) => {
    const cell = cells[selected.indexOf(column)];
    return typeof cell === 'string' ? [cell.trim()] : [];
  });
  return segments.length > 0 ? { subject: `${select.table.name} ${segments.join('-')}` } : {};
}
