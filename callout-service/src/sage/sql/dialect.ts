import type { ColumnName, Columns, Table } from '../catalogue/table.ts';
import type { Select, SelectOptions } from './select.ts';

/**
 * How statements are written for one kind of Sage database. Tables and columns have the same names in both; ProvideX
 * takes a small subset of SQL, Premium's SQL Server keeps each company in a database of its own.
 */
export interface SqlDialect {
  readonly name: 'providex' | 'sql-server';
  select<C extends Columns, N extends ColumnName<C>>(
    table: Table<C>,
    options: SelectOptions<C, N>
  ): Select<C, N>;
  /** Refuses a statement outside what this database surely takes. Throws UnsafeStatementError. */
  assertSafe(sql: string): void;
}
