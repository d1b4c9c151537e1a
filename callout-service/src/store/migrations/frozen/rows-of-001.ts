import { AWKWARD, AWKWARD_JSON, type FixtureRows } from './fixture-rows.ts';

const job = {
  lane: 'sales-order-out',
  key: null,
  payload_json: '{}',
  original_payload_json: null,
  attempts: 0,
  fence: 0,
  must_look_up: 0,
  replays: 0,
  error_count: 0,
  last_error_code: null,
  skip_reason: null,
  enqueued_at: 1_700_000_000_000,
  run_at: 1_700_000_000_000,
  lease_until: null,
  leased_by: null,
  finished_at: null
};

/** A store at 001-jobs. */
export const rowsOf001: FixtureRows = {
  store_fact: [{ name: 'company', value: 'ABC' }],
  job: [
    {
      ...job,
      id: 1,
      key: '01-ABF',
      state: 'dead',
      attempts: 5,
      fence: 7,
      replays: 1,
      error_count: 2,
      last_error_code: 'LB201'
    },
    { ...job, id: 2, key: '01-ABF', state: 'waiting', payload_json: AWKWARD_JSON },
    { ...job, id: 3, key: AWKWARD, state: 'ready', must_look_up: 1, original_payload_json: AWKWARD_JSON },
    {
      ...job,
      id: 4,
      state: 'active',
      attempts: 1,
      fence: 1,
      lease_until: 1_700_000_060_000,
      leased_by: 'host 12 1'
    },
    { ...job, id: 5, key: '', state: 'done', finished_at: 1_700_000_001_234 },
    {
      ...job,
      id: 9_007_199_254_740_991,
      state: 'skipped',
      skip_reason: AWKWARD,
      finished_at: 0,
      payload_json: 'null'
    }
  ],
  job_error: [
    {
      id: 1,
      job_id: 1,
      at: 1_700_000_000_001,
      attempt: 1,
      kind: 'transient',
      code: 'LB201',
      message: AWKWARD
    },
    { id: 2, job_id: 1, at: 1_700_000_000_002, attempt: 2, kind: 'ambiguous', code: 'LB609', message: '' }
  ],
  idempotency_key: [
    {
      scope: 'job:sales-order-out',
      key: AWKWARD,
      fingerprint: 'f'.repeat(64),
      answer_json: '{"jobId":3}',
      taken_at: 1_700_000_000_000
    },
    { scope: 'submitOrder', key: 'r1', fingerprint: '', answer_json: null, taken_at: 1 }
  ],
  subscription: [{ topic: 'customer-changed', subscriber: AWKWARD, lane: 'customer-out' }]
};
