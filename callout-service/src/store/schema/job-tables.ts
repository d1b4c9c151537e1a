import type { Generated } from 'kysely';
import type { JobFailure, JobState } from '../port/job.ts';

/** Moments are whole milliseconds since 1970 in UTC, texts that JSON holds end in `_json`, flags are 0 or 1. */
export interface JobTable {
  id: Generated<number>;
  lane: string;
  key: string | null;
  state: JobState;
  payload_json: string;
  /** What was first enqueued, once a replay has changed it. */
  original_payload_json: string | null;
  /** Claims since the job was enqueued or replayed. */
  attempts: Generated<number>;
  /** Claims ever. */
  fence: Generated<number>;
  must_look_up: Generated<number>;
  replays: Generated<number>;
  error_count: Generated<number>;
  last_error_code: string | null;
  skip_reason: string | null;
  enqueued_at: number;
  run_at: number;
  lease_until: number | null;
  leased_by: string | null;
  finished_at: number | null;
}

export interface JobErrorTable {
  id: Generated<number>;
  job_id: number;
  at: number;
  attempt: number;
  kind: JobFailure['kind'];
  code: string;
  message: string;
}

export interface IdempotencyKeyTable {
  scope: string;
  key: string;
  fingerprint: string;
  answer_json: string | null;
  taken_at: number;
}

export interface SubscriptionTable {
  topic: string;
  subscriber: string;
  lane: string;
}
