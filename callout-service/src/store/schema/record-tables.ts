import type { Generated } from 'kysely';
import type { NewChange } from '../port/changes.ts';
import type { SyncRun } from '../port/sync-runs.ts';

export interface LinkTable {
  entity: string;
  salesforce_id: string;
  sage_key: string;
  agreed_json: string | null;
  mapping_version: number | null;
  linked_at: number;
  agreed_at: number;
}

export interface CursorTable {
  name: string;
  value: string;
  moved_at: number;
}

export interface FingerprintTable {
  source: string;
  key: string;
  digest: string;
}

export interface ChangeTable {
  id: Generated<number>;
  entity: string;
  sage_key: string;
  kind: NewChange['change'];
  at: number;
  stored_at: number;
  values_json: string;
}

export interface MappingVersionTable {
  object: string;
  version: number;
  content_json: string;
  published_by: string;
  published_at: number;
  comment: string;
  based_on: number | null;
}

export interface SyncRunTable {
  id: Generated<number>;
  object: string;
  direction: SyncRun['direction'];
  trigger: string;
  mode: Generated<string>;
  watermark_before: string | null;
  watermark_after: string | null;
  causes_json: Generated<string>;
  stop_requested: Generated<number>;
  mapping_version: number | null;
  instance: string;
  state: SyncRun['state'];
  read_count: Generated<number>;
  created_count: Generated<number>;
  updated_count: Generated<number>;
  unchanged_count: Generated<number>;
  skipped_count: Generated<number>;
  failed_count: Generated<number>;
  started_at: number;
  last_sign_at: number;
  finished_at: number | null;
  reason: string | null;
}
