import type { RecordOutcome, SalesforceFields } from './salesforce-records.ts';

export interface BulkRequest {
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
  /** For `upsert`. */
  readonly externalIdField?: string;
  /** In the form of `SalesforceFields`; `Id` for update and delete. A field that a row lacks is left alone; null empties it. */
  readonly rows: readonly SalesforceFields[];
  readonly signal?: AbortSignal;
}

/**
 * Bulk API 2.0: for more rows than collections are made for. Rows come back by their place, each with its own outcome: a row
 * that Salesforce did not get to is a failure of its own (LB790, transient), so that none is lost.
 */
export interface SalesforceBulk {
  /** Takes what fits in one job, 100 MB of CSV; more is sent in several jobs. Rejects only when nothing is known of any row. */
  ingest(request: BulkRequest): Promise<readonly RecordOutcome[]>;
}
