import { AWKWARD, AWKWARD_JSON, type FixtureRows } from './fixture-rows.ts';
import { rowsOf002 } from './rows-of-002.ts';

/** A store at 003-operation. */
export const rowsOf003: FixtureRows = {
  ...rowsOf002,
  schedule: [
    {
      name: AWKWARD,
      cron: '0 2 * * *',
      time_zone: 'America/Chicago',
      lane: 'sync',
      key: null,
      payload_json: AWKWARD_JSON,
      enabled: 1,
      next_slot: 1_800_000_000_000,
      last_slot: null
    },
    {
      name: 'off',
      cron: '0 2 * * *',
      time_zone: 'UTC',
      lane: 'sync',
      key: 'k',
      payload_json: '{}',
      enabled: 0,
      next_slot: null,
      last_slot: 6
    }
  ],
  alert: [
    { topic: 'sage-unreachable', detail: AWKWARD, since: 7, last_seen_at: 8, occurrences: 9, told_at: null }
  ],
  last_answer: [{ operation: 'getCustomer', key: '01-ABF', as_of: 10, answer_json: AWKWARD_JSON }],
  audit_entry: [{ id: 3, at: 11, operator: 'ann', action: 'replay', subject: AWKWARD, detail_json: null }]
};
