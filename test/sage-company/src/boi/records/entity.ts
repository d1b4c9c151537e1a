import type { WritePlan } from '../company/write-plan.ts';
import type { LiveTable } from '../company/live-table.ts';
import type { CurrentRecord } from './current-record.ts';

/** Checks and defaults of one column, run after it was set. Gives back a warning, or throws a `BoiRefusal`. */
export type ColumnRule = (record: CurrentRecord, isNew: boolean) => string | undefined;

/** What a business object adds to the common ways of opening, changing and writing a record. */
export interface Entity {
  readonly table: LiveTable;
  readonly rules: Readonly<Record<string, ColumnRule>>;
  /** Refuses a key that may not be opened. */
  checkKey?(key: readonly string[], isNew: boolean): void;
  /** A record was opened: fills in the defaults of a new one, reads what belongs to one that is there. */
  opened?(record: CurrentRecord, isNew: boolean): void;
  /** Brings columns that Sage computes up to date. */
  refresh?(record: CurrentRecord): void;
  /** Last checks. Gives back warnings, or throws a `BoiRefusal`. */
  beforeWrite(record: CurrentRecord, isNew: boolean): readonly string[];
  planWrite(record: CurrentRecord, isNew: boolean): WritePlan;
  planDelete(record: CurrentRecord): WritePlan;
}
