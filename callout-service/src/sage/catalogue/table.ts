import type { ColumnType, ValueOf } from './column-type.ts';

export type Columns = Readonly<Record<string, ColumnType>>;

/** A Sage table as far as this service reads it. Column lengths are those of the 2023 release; Sage may widen them. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  /** The columns of the primary key, in the order of Sage's index. */
  readonly key: readonly ColumnName<C>[];
  readonly columns: C;
}

/** A table of the catalogue, whatever its columns. */
export interface AnyTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: Columns;
}

export type ColumnName<C extends Columns> = Extract<keyof C, string>;

/** The row that a select of the columns `N` gives. */
export type RowOf<C extends Columns, N extends ColumnName<C>> = {
  readonly [Name in N]: ValueOf<C[Name]>;
};

/** Declares a table; the types of its columns stay literal so that rows can be typed from them. */
export function defineTable<const C extends Columns>(table: Table<C>): Table<C> {
  return table;
}
