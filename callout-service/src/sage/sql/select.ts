import type { ColumnName, Columns, RowOf, Table } from '../catalogue/table.ts';
import { MAX_IN_VALUES } from './grammar.ts';
import { literal, UnsafeLiteralError } from './literal.ts';

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

/**
 * Builds one statement of the subset of SQL that ProvideX surely takes. Identifiers come from the catalogue, values
 * are escaped by their column's type. The gateway passes every statement through the grammar checker, which knows
 * nothing of this builder, before it is sent. Throws UnsafeLiteralError, which does not hold the value.
 */
export function select<C extends Columns, N extends ColumnName<C>>(
  table: Table<C>,
  options: SelectOptions<C, N>
): Select<C, N> {
  const columns = options.columns.map((column) => known(table, column));
  const top = options.top === undefined ? '' : `TOP ${options.top} `;
  const where = (options.where ?? []).map((condition) => conditionSql(table, condition));
  const orderBy = (options.orderBy ?? []).map((column) => known(table, column));
  const sql = [
    `SELECT ${top}${columns.join(', ')} FROM ${table.name}`,
    where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '',
    orderBy.length > 0 ? ` ORDER BY ${orderBy.join(', ')}` : ''
  ].join('');
  return { table, columns: options.columns, sql };
}

function conditionSql<C extends Columns>(table: Table<C>, condition: Condition<C>): string {
  const column = known(table, condition.column);
  const type = table.columns[condition.column];
  if (type === undefined) throw new TypeError(`${table.name} has no column ${column}`);
  if (!('in' in condition)) return `${column} ${condition.op} ${literal(type, condition.value)}`;
  if (condition.in.length === 0 || condition.in.length > MAX_IN_VALUES) {
    throw new UnsafeLiteralError(`IN takes 1 to ${MAX_IN_VALUES} values, not ${condition.in.length}`);
  }
  return `${column} IN (${condition.in.map((value) => literal(type, value)).join(', ')})`;
}

function known<C extends Columns>(table: Table<C>, column: string): string {
  if (!Object.hasOwn(table.columns, column)) throw new TypeError(`${table.name} has no column ${column}`);
  return column;
}
