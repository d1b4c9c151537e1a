import type { EntityDescription } from '../../mapping/entities/entity-description.ts';
import type { FieldValues } from '../../mapping/field-value.ts';
import type { ChangeWindow, SageRecords } from '../../sage/port/sage-records.ts';
import type { ProjectionName } from '../../sage/port/sage-projections.ts';
import type { SageWriter, WriteReceipt } from '../../sage/port/sage-writer.ts';
import type { PairName } from './pair-names.ts';

/** How records of a pair are read from Sage; keys in their display form, as `01-ABF/ARTIE JOHN`. */
export interface PairReads<E> {
  /** Those that Sage has. */
  byKeys(keys: readonly string[]): Promise<readonly E[]>;
  /** All of them, in Sage's order, from behind a key on. */
  scan(after?: string): AsyncIterable<readonly E[]>;
  /** Undefined where Sage stamps none of its tables: then projections find what changed. */
  changedSince?(window: ChangeWindow): AsyncIterable<readonly E[]>;
}

/** A field of the Salesforce record that points at another record, which another pair keeps in step. */
export interface Reference<E> {
  /** As `AccountId`. */
  readonly field: string;
  /** Entity of the link that leads there, as `customer`. */
  readonly entity: string;
  /** Key of the record in Sage; null where it points nowhere. */
  keyOf(record: E): string | null;
  /** Where Salesforce needs it: a record whose parent is not there waits for it (LB781). */
  readonly required: boolean;
}

/** Lines of a document, which go with it: written after it, deleted when they have gone. */
export interface LinePair<E, L> {
  readonly salesforceObject: string;
  readonly keyField: string;
  /** Lookup or master-detail of the line to its document. */
  readonly parentField: string;
  readonly description: EntityDescription<L>;
  readonly references: readonly Reference<L>[];
  /** With keys that are unique among all lines, as `0000115/000001`. */
  linesOf(record: E): readonly L[];
}

/** What Salesforce's record gives when it is to be written to Sage. */
export interface SageTarget {
  /** Key of the record in Sage; undefined for a new one. */
  readonly key: string | undefined;
  readonly salesforceId: string;
  /** Keys in Sage of what its references point at, by field: `AccountId` → `01-ABF`. */
  readonly references: Readonly<Record<string, string>>;
}

/** Two kinds of records that are the same thing in both systems. */
export interface ObjectPair<E = unknown> {
  readonly name: PairName;
  /** As admins read it: `Accounts and customers`. */
  readonly label: string;
  /** Entity of its links in the store. */
  readonly entity: string;
  readonly salesforceObject: string;
  /** External id in Salesforce that holds the key in Sage. */
  readonly keyField: string;
  readonly description: EntityDescription<E>;
  readonly dependsOn: readonly PairName[];
  readonly references: readonly Reference<E>[];
  readonly lines?: LinePair<E, unknown>;
  /** Directions that can be chosen. */
  readonly directions: readonly ('to-salesforce' | 'to-sage')[];
  reads(records: SageRecords): PairReads<E>;
  /** What shows changes that stamps do not, see `SageProjections`; undefined where stamps tell all, or nothing does. */
  readonly projections: {
    /** Looked at every time: quantities and balances, which postings change without a stamp. */
    readonly figures?: ProjectionName;
    /** Looked at every night: every column, and which records there are. */
    readonly whole?: ProjectionName;
  };
  /**
   * Writes a record to Sage, values by canonical name; nothing else of it changes. Doing it again does no harm.
   * @throws LedgerBridgeError of group LB4xx and LB5xx.
   */
  save?(writer: SageWriter, values: FieldValues, target: SageTarget): Promise<WriteReceipt>;
}
