import type { EntityDescription } from '../../mapping/entities/entity-description.ts';
import type { FieldValues } from '../../mapping/field-value.ts';
import type { SageCatalogue } from '../../sage/port/sage-catalogue.ts';
import type { ProjectionName } from '../../sage/port/sage-projections.ts';
import type { ChangeWindow, SageRecords } from '../../sage/port/sage-records.ts';
import type { SageWriter, WriteReceipt } from '../../sage/port/sage-writer.ts';
import type { SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Store } from '../../store/port/store.ts';
import type { IntegrationSettings } from '../settings/integration-settings.ts';
import type { PairName } from './pair-names.ts';

/** How records of a pair are read from Sage; keys in their display form, as `01-ABF/ARTIE JOHN`. */
export interface PairReads<E> {
  /** Those that Sage has. */
  byKeys(keys: readonly string[]): Promise<readonly E[]>;
  /**
   * All of them, from behind a key on, in an order that stays the same; not that of the keys as text. A document may pass
   * from one table to another meanwhile: whether a key has vanished is told by `byKeys` alone.
   */
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
  /** Salesforce takes it with a new record only, as Product2Id of a price book entry: never sent with an existing one. */
  readonly createOnly?: boolean;
  /** Three characters that ids of its object begin with, where records of several objects are linked with the entity. */
  readonly idPrefix?: string;
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

/** What a record that Sage does not have yet needs besides its values. */
export interface NewRecordParts {
  readonly records: Pick<SageRecords, 'contacts'>;
  readonly catalogue: SageCatalogue;
  /** Of the company's settings: what a new customer gets where the mapping gives nothing. */
  readonly newCustomer: IntegrationSettings['newCustomer'];
  /** Those of the keys that another record of Salesforce is linked with, of the pair's entity. */
  linked(sageKeys: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What Salesforce's record gives when it is to be written to Sage. */
export interface SageTarget {
  /** Key of the record in Sage; undefined for a new one. */
  readonly key: string | undefined;
  readonly salesforceId: string;
  /** Keys in Sage of what its references and `saveReferences` point at, by field: `AccountId` → `01-ABF`. */
  readonly references: Readonly<Record<string, string>>;
  readonly forNew: NewRecordParts;
}

export interface PrepareParts {
  readonly salesforce: Pick<SalesforceRecords, 'all' | 'insert' | 'update'>;
  readonly store: Pick<Store, 'links' | 'transaction'>;
}

/** API names of fields, and what they say. */
export interface RecordMarks {
  readonly field: string;
  /** Of a record that Sage gave. */
  readonly given: string;
  /** Of one that Sage took. */
  readonly taken: string;
  /** Of one that Sage refused for good; code and message say why. */
  readonly refused: string;
  readonly code: string;
  readonly message: string;
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
  /** Field of Salesforce that says of when the figures beside it are: written with them, and compared with nothing. */
  readonly asOfField?: string;
  readonly dependsOn: readonly PairName[];
  readonly references: readonly Reference<E>[];
  /**
   * Fields that only `save` looks at, since Sage does not know what they say: never written in Salesforce, and no record
   * waits for them. As ParentId of an account.
   */
  readonly saveReferences?: readonly { readonly field: string; readonly entity: string }[];
  readonly lines?: LinePair<E, unknown>;
  /** Directions that can be chosen. */
  readonly directions: readonly ('to-salesforce' | 'to-sage')[];
  reads(records: SageRecords): PairReads<E>;
  /**
   * Called with the records of a page before they are written to Salesforce: makes or finds there what no other pair
   * keeps, as the price books of price levels, and links it. Doing it again does no harm.
   * @throws LedgerBridgeError LB70x, LB60x.
   */
  prepare?(page: readonly E[], within: PrepareParts): Promise<void>;
  /** Records that Salesforce must have before others of the same page: they go in requests of their own, first. */
  goesFirst?(record: E): boolean;
  /** What shows changes that stamps do not, see `SageProjections`; undefined where stamps tell all, or nothing does. */
  readonly projections: {
    /** Looked at every time: quantities and balances, which postings change without a stamp. */
    readonly figures?: ProjectionName;
    /** Looked at every night: every column, and which records there are. */
    readonly whole?: ProjectionName;
  };
  /** How Salesforce's record shows where it came from and what became of it, as State__c of a payment. */
  readonly marks?: RecordMarks;
  /** Sage takes a record once and gives no way to change it: one that is linked is left alone. As a payment. */
  readonly writtenOnce?: boolean;
  /**
   * Writes a record to Sage, values by canonical name; nothing else of it changes. Doing it again does no harm.
   * @throws LedgerBridgeError of group LB4xx and LB5xx.
   */
  save?(writer: SageWriter, values: FieldValues, target: SageTarget): Promise<WriteReceipt>;
}
