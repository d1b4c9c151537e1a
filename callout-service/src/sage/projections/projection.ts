import type { AnyTable } from '../catalogue/table.ts';
import type { ChildDefinition } from '../records/definition.ts';
import type { Conditions } from '../records/key-conditions.ts';
import type { RawKey } from '../records/raw-key.ts';

/** What tells a row's key: its columns in their one form, and whether anything of a child was found. */
export interface KeyParts {
  text(column: string): string;
  has(child: ChildDefinition<unknown>): boolean;
}

/** How the records of one table are projected. */
export interface ProjectionSource {
  readonly table: AnyTable;
  /** Columns that count, beside the key; undefined for all of them, user-defined ones too. */
  readonly columns?: readonly string[];
  /** Tables that belong to each record and count too. */
  readonly children: readonly ChildDefinition<unknown>[];
  /** In its display form; undefined for a row that is no record of this projection. */
  keyOf(parts: KeyParts): string | undefined;
  /** What rows the key may be that of, or what begins so; none where it is none of this table's. */
  placesOf(key: string): readonly RawKey[];
  /** Where the key does not hold all of the row's: how the row is found. */
  conditionsOf?(key: string): Conditions | undefined;
}

/**
 * Tables that are read at the same time, in the order of the first column of their keys, which is the same in all of
 * them: records that stand in several, as open and in history, are one.
 */
export type ProjectionPhase = readonly ProjectionSource[];

/** Tables whose records follow one another. A key belongs to the first phase that has places for it. */
export type Projection = readonly ProjectionPhase[];
