import type { Kysely } from 'kysely';
import type { StoreDatabase } from '../schema/store-database.ts';

/** More than two pages of an export. */
export const JOB_ROWS = 1_234;
const AWKWARD = 'O’Brien & "Söhne"\n\u2028 \\u0000 🦉';
const moment = 1_795_000_000_000;
const dead = {
  state: 'dead',
  key: '01-000123',
  attempts: 5,
  fence: 9,
  must_look_up: 1,
  error_count: 1,
  last_error_code: 'LB302'
} as const;

/** At least one row in every table, with what is easily lost: blanks, leading zeros, large numbers, odd characters. */
export async function fillStore(database: Kysely<StoreDatabase>): Promise<void> {
  const job = {
    lane: 'orders',
    payload_json: JSON.stringify({ text: AWKWARD }),
    enqueued_at: moment,
    run_at: moment
  };
  const row = (index: number) => ({
    ...job,
    key: `01-${String(index).padStart(7, '0')}`,
    state: 'ready' as const
  });
  const jobs = Array.from({ length: JOB_ROWS }, (_, index) => row(index));
  for (let start = 0; start < jobs.length; start += 200) {
    await database
      .insertInto('job')
      .values(jobs.slice(start, start + 200))
      .execute();
  }
  await database
    .insertInto('job')
    .values({ ...job, ...dead })
    .execute();
  // The last id is gone, and is not given again.
  await database
    .insertInto('job')
    .values({ ...job, state: 'ready' })
    .execute();
  await database.deleteFrom('job').where('key', 'is', null).execute();
  await database
    .insertInto('job_error')
    .values({ job_id: 1, at: moment, attempt: 1, kind: 'transient', code: 'LB302', message: AWKWARD })
    .execute();
  await database
    .insertInto('idempotency_key')
    .values({
      scope: 'job:orders',
      key: 'e-1',
      fingerprint: 'ab',
      answer_json: '{"jobId":1}',
      taken_at: moment
    })
    .execute();
  await database
    .insertInto('subscription')
    .values({ topic: 'stock', subscriber: 'salesforce', lane: 'stock-out' })
    .execute();
  await database
    .insertInto('link')
    .values({
      entity: 'customer',
      salesforce_id: '001Aa00000XyzAbIAJ',
      sage_key: '01-000123',
      agreed_json: null,
      mapping_version: 3,
      linked_at: moment,
      agreed_at: moment
    })
    .execute();
  await database
    .insertInto('cursor')
    .values({ name: 'sage:AR_Customer', value: '9007199254740993', moved_at: Number.MAX_SAFE_INTEGER })
    .execute();
  await database
    .insertInto('fingerprint')
    .values([
      { source: 'Account-customer:figures', key: '01-000123', digest: 'aaaaaaaaaaaaaaaaaaaaaa' },
      { source: 'Account-customer:figures', key: AWKWARD, digest: 'b' }
    ])
    .execute();
  await database
    .insertInto('change')
    .values({
      entity: 'customer',
      sage_key: '01-000123',
      kind: 'updated',
      at: moment,
      stored_at: moment,
      values_json: JSON.stringify({ name: AWKWARD })
    })
    .execute();
  await database
    .insertInto('mapping_version')
    .values({
      object: 'Account-customer',
      version: 1,
      content_json: '{}',
      published_by: AWKWARD,
      published_at: moment,
      comment: '',
      based_on: null
    })
    .execute();
  await database
    .insertInto('sync_run')
    .values({
      object: 'Account-customer',
      direction: 'to-sage',
      trigger: 'event',
      mapping_version: null,
      instance: 'host 1',
      state: 'running',
      read_count: 7,
      started_at: moment,
      last_sign_at: moment,
      finished_at: null,
      reason: null
    })
    .execute();
  await database
    .insertInto('schedule')
    .values({
      name: 'nightly',
      cron: '0 2 * * *',
      time_zone: 'America/Chicago',
      lane: 'syncs',
      key: null,
      payload_json: '{}',
      enabled: 1,
      next_slot: moment,
      last_slot: null
    })
    .execute();
  await database
    .insertInto('alert')
    .values({
      topic: 'sage-unreachable',
      detail: AWKWARD,
      since: moment,
      last_seen_at: moment,
      occurrences: 2,
      told_at: null
    })
    .execute();
  await database
    .insertInto('last_answer')
    .values({
      operation: 'customerSummary',
      key: '01-ABF',
      as_of: moment,
      answer_json: '{"balance":"0012.30"}'
    })
    .execute();
  await database
    .insertInto('audit_entry')
    .values({ at: moment, operator: 'kim', action: 'skip', subject: 'job 1', detail_json: null })
    .execute();
}
