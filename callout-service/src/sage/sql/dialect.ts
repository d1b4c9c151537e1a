import type { ColumnName, Columns, Table } from '../catalogue/table.ts';
import type { Select, SelectOptions } from './select.ts';

/**
 * How statements are written for one kind of Sage database. Tables and columns have the same names in both; ProvideX
 * takes a small subset of SQL, Premium's SQL Server keeps each company in a database of its own.
 */
export interface SqlDialect {
  readonly name: 'providex' | 'sql-server';
  readonly select: <C extends Columns, N extends ColumnName<C>>(
    table: Table<C>,
    options: SelectOptions<C, N>
  ) => Select<C, N>;
  /** Where a table lies, for the catalogue functions of ODBC; null where the data source holds one company alone. */
  readonly locate: (table: string) => TableLocation;
  /** Refuses a statement outside what this database surely takes. Throws UnsafeStatementError. */
  readonly assertSafe: (sql: string) => void;
}

export interface TableLocation {
  readonly database: string | null;
  readonly schema: string | null;
}
