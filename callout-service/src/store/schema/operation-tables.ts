import type { Generated } from 'kysely';

export interface ScheduleTable {
  name: string;
  cron: string;
  time_zone: string;
  lane: string;
  key: string | null;
  payload_json: string;
  enabled: number;
  next_slot: number | null;
  last_slot: number | null;
}

export interface AlertTable {
  topic: string;
  detail: string;
  since: number;
  last_seen_at: number;
  occurrences: number;
  told_at: number | null;
}

export interface LastAnswerTable {
  operation: string;
  key: string;
  as_of: number;
  answer_json: string;
}

export interface AuditEntryTable {
  id: Generated<number>;
  at: number;
  operator: string;
  action: string;
  subject: string;
  detail_json: string | null;
}

/** Facts about the store itself: whose it is. */
export interface StoreFactTable {
  name: string;
  value: string;
}
