import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';

/** What happened to one record. */
export interface RecordChange {
  readonly object: ObjectDefinition;
  readonly kind: 'CREATE' | 'DELETE' | 'UNDELETE' | 'UPDATE';
  /** The record as it was; undefined for a new one. */
  readonly before: RecordValues | undefined;
  /** The record as it is now; for a deletion with `IsDeleted` true. */
  readonly after: RecordValues;
  /** Id of the user who did it. */
  readonly userId: string;
  /** Where the change came from, as change events name it: `com/salesforce/api/rest/66.0;client=…`, or empty. */
  readonly origin: string;
}

/** Everything that one transaction changed, told once, after its commit. */
export interface CommittedChanges {
  /** Random per transaction, as in a ChangeEventHeader. */
  readonly transactionKey: string;
  /** Rises by one with every commit of the org. */
  readonly commitNumber: number;
  readonly committedAt: Date;
  readonly changes: readonly RecordChange[];
}
