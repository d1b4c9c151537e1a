import type { IdempotencyKeyTable, JobErrorTable, JobTable, SubscriptionTable } from './job-tables.ts';
import type {
  AlertTable,
  AuditEntryTable,
  LastAnswerTable,
  ScheduleTable,
  StoreFactTable
} from './operation-tables.ts';
import type {
  ChangeTable,
  CursorTable,
  FingerprintTable,
  LinkTable,
  MappingVersionTable,
  SyncRunTable
} from './record-tables.ts';

/** Every table of the store, the same in both databases; the migrations make them. */
export interface StoreDatabase {
  store_fact: StoreFactTable;
  job: JobTable;
  job_error: JobErrorTable;
  idempotency_key: IdempotencyKeyTable;
  subscription: SubscriptionTable;
  link: LinkTable;
  cursor: CursorTable;
  fingerprint: FingerprintTable;
  change: ChangeTable;
  mapping_version: MappingVersionTable;
  sync_run: SyncRunTable;
  schedule: ScheduleTable;
  alert: AlertTable;
  last_answer: LastAnswerTable;
  audit_entry: AuditEntryTable;
}
