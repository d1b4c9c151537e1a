import type { StoreDatabase } from '../schema/store-database.ts';

/** A table as an export has it, in the order in which an import can take the rows. */
export interface ExportedTable {
  readonly name: keyof StoreDatabase;
  /** The columns of its primary key, by which it is read page by page. */
  readonly key: readonly [string, ...string[]];
  /** Whether the database counts its ids, which an import must go on counting. */
  readonly counted: boolean;
}

/** Every table of the newest version. A test holds this list against the database. */
export const exportedTables: readonly ExportedTable[] = [
  { name: 'store_fact', key: ['name'], counted: false },
  { name: 'job', key: ['id'], counted: true },
  { name: 'job_error', key: ['id'], counted: true },
  { name: 'idempotency_key', key: ['scope', 'key'], counted: false },
  { name: 'subscription', key: ['topic', 'subscriber'], counted: false },
  { name: 'link', key: ['entity', 'salesforce_id'], counted: false },
  { name: 'cursor', key: ['name'], counted: false },
  { name: 'mapping_version', key: ['object', 'version'], counted: false },
  { name: 'sync_run', key: ['id'], counted: true },
  { name: 'schedule', key: ['name'], counted: false },
  { name: 'alert', key: ['topic'], counted: false },
  { name: 'last_answer', key: ['operation', 'key'], counted: false },
  { name: 'audit_entry', key: ['id'], counted: true }
];
