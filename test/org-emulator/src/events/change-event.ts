/** What happened, as `ChangeEventHeader.changeType` says it. */
export type ChangeType =
  | 'CREATE'
  | 'UPDATE'
  | 'DELETE'
  | 'UNDELETE'
  | 'GAP_CREATE'
  | 'GAP_UPDATE'
  | 'GAP_DELETE'
  | 'GAP_UNDELETE'
  | 'GAP_OVERFLOW';

/** Change Data Capture Developer Guide, "ChangeEventHeader Fields". */
export interface ChangeEventHeader {
  readonly entityName: string;
  readonly recordIds: readonly string[];
  readonly changeType: ChangeType;
  readonly changeOrigin: string;
  readonly transactionKey: string;
  /** Position of this event among those of its transaction, from 1. */
  readonly sequenceNumber: number;
  /** Milliseconds since 1970, whole seconds. */
  readonly commitTimestamp: number;
  readonly commitNumber: number;
  readonly commitUser: string;
  /** API names of record fields (`Name`, `BillingCity`); clients get them as bitmaps. */
  readonly nulledFields: readonly string[];
  /** Always empty: long texts are sent whole, never as differences. */
  readonly diffFields: readonly string[];
  readonly changedFields: readonly string[];
}

/** Name of the event of an entity's changes: `AccountChangeEvent`, `Sage_Invoice__ChangeEvent`. */
export function changeEventName(entityName: string): string {
  return entityName.endsWith('__c')
    ? `${entityName.slice(0, -'__c'.length)}__ChangeEvent`
    : `${entityName}ChangeEvent`;
}
