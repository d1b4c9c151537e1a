import type { ColumnType } from '../catalogue/column-type.ts';
import type { ColumnName, Columns, RowOf, Table } from '../catalogue/table.ts';
import { UnsafeLiteralError } from './literal.ts';
import { MAX_IN_VALUES } from './select-grammar.ts';

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** One term of a WHERE clause; all terms are joined by AND. Values are strings, also of numbers and days. */
export type Condition<C extends Columns> =
  | { readonly column: ColumnName<C>; readonly op: ComparisonOperator; readonly value: string }
  | { readonly column: ColumnName<C>; readonly in: readonly string[] };

export interface SelectOptions<C extends Columns, N extends ColumnName<C>> {
  readonly columns: readonly [N, ...N[]];
  readonly where?: readonly Condition<C>[];
  readonly orderBy?: readonly ColumnName<C>[];
  readonly top?: number;
}

/** A statement, with what its rows are decoded by. */
export interface Select<C extends Columns = Columns, N extends ColumnName<C> = ColumnName<C>> {
  readonly table: Table<C>;
  readonly columns: readonly N[];
  readonly sql: string;
}

/** The row type of a select. */
export type SelectedRow<S> = S extends Select<infer C, infer N> ? RowOf<C, N> : never;

/** What is spelt differently from one database to the next. */
export interface Spelling {
  readonly table: (name: string) => string;
  /** A column in the list behind SELECT. */
  readonly column: (name: string, type: ColumnType) => string;
  /** Throws UnsafeLiteralError. */
  readonly literal: (type: ColumnType, value: string) => string;
}

/**
 * Builds one statement of the small subset of SQL that this service keeps to. Identifiers come from the catalogue,
 * values are escaped by their column's type. The gateway passes every statement through the dialect's checker, which
 * knows nothing of this builder, before it is sent. Throws UnsafeLiteralError, which does not hold the value.
 */
export function buildSelect<C extends Columns, N extends ColumnName<C>>(
  spelling: Spelling,
  table: Table<C>,
  options: SelectOptions<C, N>
): Select<C, N> {
  const columns = options.columns.map((column) => spelling.column(column, typeOf(table, column)));
  const top = options.top === undefined ? '' : `TOP ${options.top} `;
  const where = (options.where ?? []).map((condition) => conditionSql(spelling, table, condition));
  for (const column of options.orderBy ?? []) typeOf(table, column);
  const sql = [
    `SELECT ${top}${columns.join(', ')} FROM ${spelling.table(table.name)}`,
    where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '',
    options.orderBy?.length ? ` ORDER BY ${options.orderBy.join(', ')}` : ''
  ].join('');
  return { table, columns: options.columns, sql };
}

function conditionSql<C extends Columns>(
  { literal }: Spelling,
  table: Table<C>,
  condition: Condition<C>
): string {
  const { column } = condition;
  const type = typeOf(table, column);
  if (!('in' in condition)) return `${column} ${condition.op} ${literal(type, condition.value)}`;
  if (condition.in.length === 0 || condition.in.length > MAX_IN_VALUES) {
    throw new UnsafeLiteralError(`IN takes 1 to ${MAX_IN_VALUES} values, not ${condition.in.length}`);
  }
  return `${column} IN (${condition.in.map((value) => literal(type, value)).join(', ')})`;
}

function typeOf<C extends Columns>(table: Table<C>, column: string): ColumnType {
  const type = Object.hasOwn(table.columns, column) ? table.columns[column] : undefined;
  if (type === undefined) throw new TypeError(`${table.name} has no column ${column}`);
  return type;
}
