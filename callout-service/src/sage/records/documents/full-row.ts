import type { ColumnName, RowOf, Table } from '../../catalogue/table.ts';

/** The row of every column that the catalogue has of a table. */
export type FullRow<T> = T extends Table<infer C> ? RowOf<C, ColumnName<C>> : never;
