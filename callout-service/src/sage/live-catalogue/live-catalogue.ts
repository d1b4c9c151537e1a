import type { ColumnType } from '../catalogue/column-type.ts';

/** A column as the data source describes it now: Sage widens columns with its releases, and sites add UDF_ columns. */
export interface LiveColumn {
  readonly name: string;
  /** Null for a type that this service does not read, a binary one say. */
  readonly type: ColumnType | null;
  readonly userDefined: boolean;
}

/** What the data source says of its tables, asked on a connection of its own and kept. */
export interface LiveCatalogue {
  /** The columns of a table in its order; empty when the data source does not show the table. Rejects with LB3xx. */
  columnsOf(table: string): Promise<readonly LiveColumn[]>;
  /** The same for several tables by their names; those not known yet are asked for on one connection. */
  columnsOfAll(tables: readonly string[]): Promise<ReadonlyMap<string, readonly LiveColumn[]>>;
  /** The names of all tables and views that the data source shows. Rejects with LB3xx. */
  tableNames(): Promise<readonly string[]>;
  /** Forgets what is kept, so that the next question asks again. */
  forget(): void;
  /** Forgets what was said of a table's columns, unless it was asked again since. */
  forgetColumns(table: string, columns: readonly LiveColumn[]): void;
}
