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
  /** Forgets what is kept, so that the next question asks again. */
  forget(): void;
}
