import type { CountedTable } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';

/** A table as an export has it, in the order in which an import can take the rows. */
export interface ExportedTable {
  readonly name: keyof StoreDatabase;
  /** The columns of its primary key, by which it is read page by page. */
  readonly key: readonly [string, ...string[]];
}

/** Every table of the newest version. A test holds this list against the database. */
export const exportedTables: readonly ExportedTable[] = [
  { name: 'store_fact', key: ['name'] },
  { name: 'job', key: ['id'] },
  { name: 'job_error', key: ['id'] },
  { name: 'idempotency_key', key: ['scope', 'key'] },
  { name: 'subscription', key: ['topic', 'subscriber'] },
  { name: 'link', key: ['entity', 'salesforce_id'] },
  { name: 'cursor', key: ['name'] },
  { name: 'fingerprint', key: ['source', 'key'] },
  { name: 'change', key: ['id'] },
  { name: 'mapping_version', key: ['object', 'version'] },
  { name: 'sync_run', key: ['id'] },
  { name: 'schedule', key: ['name'] },
  { name: 'alert', key: ['topic'] },
  { name: 'last_answer', key: ['operation', 'key'] },
  { name: 'audit_entry', key: ['id'] }
];

/** Those whose ids the database counts: an import goes on where the export ended, so that no number comes twice. */
export const countedTables: readonly CountedTable[] = [
  'job',
  'job_error',
  'sync_run',
  'audit_entry',
  'change'
];
