import type { RecordStamps, UserDefinedFields } from '../../canonical/record-stamps.ts';
import type { AnyTable, ColumnName, Columns, RowOf, Table } from '../catalogue/table.ts';

/** A row with every column of its table, those that the data source lacks as blanks. */
export type WholeRow<C extends Columns> = RowOf<C, ColumnName<C>>;

/** What a record is made of, decoded. */
export interface RecordParts<C extends Columns> {
  readonly row: WholeRow<C>;
  /** Every UDF_ column that the data source shows. */
  readonly userDefinedFields: UserDefinedFields;
  /** UTC moments from DateCreated, TimeCreated, DateUpdated and TimeUpdated, where the table has them. */
  readonly stamps: RecordStamps;
}

/** What was read of one of a record's `children`. */
export type ChildrenOf = <T>(child: ChildDefinition<T>) => readonly T[];

/** How the rows of a table that belong to a record become part of it. */
export interface ChildSource<C extends Columns, T> {
  readonly table: Table<C>;
  /** Columns of this table with the column of the record's own table that holds the same value. */
  readonly on: Readonly<Partial<Record<ColumnName<C>, string>>>;
  /** The order within one record. Default: the table's key. */
  readonly orderBy?: readonly ColumnName<C>[];
  /** Whether it is read even when lines are not wanted. */
  readonly always?: boolean;
  /**
   * Whether the table also holds rows of records that stand elsewhere, as of finished orders beside open ones: then they
   * are read by lists of keys in a scan too, since everything between the first and the last record would be far more.
   */
  readonly holdsOthers?: boolean;
  /** May throw UnknownCodeError. */
  toPart(parts: RecordParts<C>): T;
}

export interface DecodedParts {
  readonly row: Readonly<Record<string, string | null>>;
  readonly userDefinedFields: UserDefinedFields;
  readonly stamps: RecordStamps;
}

/** A child without the types of its columns, as the engine reads it. */
export interface ChildDefinition<T> {
  readonly table: AnyTable;
  readonly on: readonly { readonly column: string; readonly parentColumn: string }[];
  readonly orderBy: readonly string[];
  readonly always: boolean;
  readonly holdsOthers: boolean;
  toPart(parts: DecodedParts): T;
}

/**
 * How one kind of record is read. `E` is its canonical entity, `K` its natural key, `P` the key of the record that it
 * belongs to. A new entity is one call of `defineRecord` beside its table in the catalogue.
 */
export interface RecordSource<C extends Columns, E, K, P> {
  readonly table: Table<C>;
  /**
   * The key as Sage stores it: padded, filled, upper case; one value for each column of the table's key in its order, or
   * the first of them only, which then finds every record that begins so.
   */
  segments(key: K): readonly string[];
  /** Columns and values that all records of a parent share: the leading segments of the key, or of another index. */
  readonly ofParent?: (parent: P) => Readonly<Partial<Record<ColumnName<C>, string>>>;
  /** Tables that are read with each record. */
  readonly children?: readonly ChildDefinition<unknown>[];
  /** Makes the entity; `childrenOf` gives what was read of one of `children`. May throw UnknownCodeError. */
  toEntity(parts: RecordParts<C> & { readonly childrenOf: ChildrenOf }): E;
}

/** A kind of record without the types of its columns, as the engine reads it. */
export interface RecordDefinition<E, K, P> {
  readonly table: AnyTable;
  segments(key: K): readonly string[];
  ofParent(parent: P): Readonly<Record<string, string>>;
  readonly children: readonly ChildDefinition<unknown>[];
  toEntity(parts: DecodedParts & { readonly childrenOf: ChildrenOf }): E;
}

/** Declares lines, or anything else that a record is read with. */
export function defineChild<C extends Columns, T>(source: ChildSource<C, T>): ChildDefinition<T> {
  const on = Object.entries<string | undefined>(source.on).flatMap(([column, parentColumn]) =>
    parentColumn === undefined ? [] : [{ column, parentColumn }]
  );
  return {
    table: source.table,
    on,
    orderBy: source.orderBy ?? source.table.key,
    always: source.always ?? false,
    holdsOthers: source.holdsOthers ?? false,
    toPart: (parts) => source.toPart({ ...parts, row: wholeRow(source.table, parts) })
  };
}

/** Declares a kind of record. */
export function defineRecord<C extends Columns, E, K, P = never>(
  source: RecordSource<C, E, K, P>
): RecordDefinition<E, K, P> {
  return {
    table: source.table,
    segments: (key) => source.segments(key),
    ofParent: (parent) => given(source.ofParent?.(parent) ?? {}),
    children: source.children ?? [],
    toEntity: (parts) => source.toEntity({ ...parts, row: wholeRow(source.table, parts) })
  };
}

function given(values: Readonly<Partial<Record<string, string>>>): Record<string, string> {
  const pairs = Object.entries(values);
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function wholeRow<C extends Columns>(_table: Table<C>, { row }: DecodedParts): WholeRow<C> {
  // The one place where the compiler cannot follow: the engine decoded every column of the table by its type.
  return row as WholeRow<C>;
}
