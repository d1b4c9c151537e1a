import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { createJobs } from '../jobs/jobs.ts';
import type { JobState } from '../port/job.ts';
import type { Store } from '../port/store.ts';
import type { RetentionPolicy } from '../port/upkeep.ts';
import type { StoreContext } from '../store-context.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';
import { contextOf } from '../transactions.ts';
import { retain } from './retention.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const policy: RetentionPolicy = {
  doneDays: 7,
  failureDays: 90,
  idempotencyKeyDays: 120,
  runDays: 90,
  auditDays: 730,
  changeDays: 30,
  maxMegabytes: 1_000
};
const nothing = { doneJobs: 0, failedJobs: 0, idempotencyKeys: 0, runs: 0, auditEntries: 0, changes: 0 };
const lane = 'orders';

describe.each(engines)('retention in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let opened: OpenedDatabase;
  let context: StoreContext;
  let base: number;
  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open({ retry: { maxAttempts: 2, backoffBaseMs: 1, backoffCeilingMs: 1 } });
    opened = await place.openDatabase();
    base = (await place.now()) - 60 * MINUTE;
    context = contextOf(opened, {
      retryPolicyOf: () => ({ maxAttempts: 2, backoffBaseMs: 1, backoffCeilingMs: 1 }),
      random: Math.random
    });
  });
  afterEach(async () => {
    await opened.close();
    await place.remove();
  });

  const run = (changes: Partial<RetentionPolicy> = {}) => retain(opened, context, { ...policy, ...changes });
  const deletedBy = async (changes: Partial<RetentionPolicy> = {}) => (await run(changes)).deleted;
  const idsLeft = async () => (await store.jobs.list({ limit: 500 })).map(({ id }) => id);

  /** A job of a key of its own, brought to the state by the state machine itself. */
  async function jobThat(
    end: 'done' | 'failed once, then done' | 'dead' | 'skipped' | 'active' | 'ready'
  ): Promise<number> {
    const { id } = await store.jobs.enqueue({ lane, key: `key of ${end}`, idempotencyKey: end, payload: {} });
    if (end === 'ready') return id;
    let lease = await claimed(id);
    if (end === 'failed once, then done') {
      await store.jobs.fail(lease, { kind: 'transient', code: 'LB201', message: 'Sage was away' });
      await place.advance(10);
      lease = await claimed(id);
    }
    if (end === 'done' || end === 'failed once, then done') await store.jobs.complete(lease);
    if (end === 'dead' || end === 'skipped')
      await store.jobs.fail(lease, { kind: 'permanent', code: 'LB201', message: 'no such customer' });
    if (end === 'skipped') await store.jobs.skip(id, { operator: 'ann', reason: 'a test order' });
    return id;
  }

  async function claimed(id: number) {
    const jobs = await store.jobs.claim({ lane, limit: 1, worker: 'w', leaseMs: 10_000 * DAY });
    expect(jobs).toMatchObject([{ id }]);
    return jobs[0]?.lease ?? expect.fail('nothing was claimed');
  }

  it('when jobs grow old, then each goes at the age of its kind, and what is unfinished or dead never', async () => {
    const done = await jobThat('done');
    const failed = await jobThat('failed once, then done');
    const skipped = await jobThat('skipped');
    const dead = await jobThat('dead');
    const active = await jobThat('active');
    const ready = await jobThat('ready');
    const waiting = await store.jobs.enqueue({ lane, key: 'key of dead', payload: {} });
    const lasting = [dead, active, ready, waiting.id];

    await place.advance(7 * DAY - MINUTE);
    expect(await deletedBy()).toEqual(nothing);
    await place.advance(2 * MINUTE);
    expect(await deletedBy()).toEqual({ ...nothing, doneJobs: 1 });
    expect(await idsLeft()).toEqual([failed, skipped, ...lasting]);
    expect(await store.jobs.find(done)).toBeUndefined();

    await place.advance(83 * DAY - 2 * MINUTE);
    expect(await deletedBy()).toEqual(nothing);
    await place.advance(2 * MINUTE);
    expect(await deletedBy()).toEqual({ ...nothing, failedJobs: 2 });
    const errors = await opened.database.selectFrom('job_error').select('job_id').execute();
    expect(errors).toEqual([{ job_id: dead }]);

    await place.advance(5_000 * DAY);
    await run({ maxMegabytes: 0 });
    expect(await idsLeft()).toEqual(lasting);
    expect(await store.jobs.find(dead)).toMatchObject({ state: 'dead', heldUp: 1 });
    expect(await store.jobs.find(waiting.id)).toMatchObject({ state: 'waiting' });
  });

  it('when a job has gone, then its idempotency key still tells a repetition until its own days are over', async () => {
    const first = await jobThat('done');
    const again = () => store.jobs.enqueue({ lane, key: 'k', idempotencyKey: 'done', payload: {} });
    await place.advance(8 * DAY);
    expect(await deletedBy()).toEqual({ ...nothing, doneJobs: 1 });
    expect(await again()).toEqual({ id: first, duplicate: true, sameContent: true });
    await place.advance(112 * DAY - MINUTE);
    expect(await deletedBy()).toEqual(nothing);
    expect(await again()).toMatchObject({ duplicate: true });
    await place.advance(2 * MINUTE);
    expect(await deletedBy()).toEqual({ ...nothing, idempotencyKeys: 1 });
    expect(await again()).toMatchObject({ duplicate: false });
  });

  it('when a job is unfinished or dead, then its idempotency key outlives its days', async () => {
    for (const end of ['dead', 'ready'] as const) await jobThat(end);
    await store.idempotencyKeys.take({ scope: 'submitOrder', key: 'r1', fingerprint: 'f' });
    await store.idempotencyKeys.take({ scope: 'submitOrder', key: 'r2', fingerprint: 'f' });
    await store.idempotencyKeys.answer('submitOrder', 'r2', { salesOrder: '0000123' });
    await place.advance(121 * DAY);
    expect(await deletedBy()).toEqual({ ...nothing, idempotencyKeys: 2 });
    for (const end of ['dead', 'ready']) {
      expect(await store.jobs.enqueue({ lane, idempotencyKey: end, payload: {} })).toMatchObject({
        duplicate: true
      });
    }
  });

  it('when runs and acts grow old, then ended runs and acts go, and a run that runs stays', async () => {
    const start = () =>
      store.syncRuns.start({
        object: 'Account-customer',
        direction: 'to-salesforce',
        trigger: 'schedule',
        mode: 'changes',
        watermarkBefore: null,
        mappingVersion: undefined,
        instance: 'host 1'
      });
    const [running, ended] = [await start(), await start()];
    await store.audit.record({ operator: 'ann', action: 'replay', subject: 'job 1' });
    await place.advance(MINUTE);
    await store.syncRuns.finish(ended.id, 'failed', { reason: 'Sage was away' });
    await place.advance(90 * DAY - MINUTE);
    expect(await deletedBy()).toEqual(nothing);
    await place.advance(2 * MINUTE);
    expect(await deletedBy()).toEqual({ ...nothing, runs: 1 });
    expect(await store.syncRuns.list({ limit: 10 })).toMatchObject([{ id: running.id, state: 'running' }]);
    await place.advance(640 * DAY - 4 * MINUTE);
    expect(await deletedBy()).toEqual(nothing);
    await place.advance(4 * MINUTE);
    expect(await deletedBy()).toEqual({ ...nothing, auditEntries: 1 });
  });

  it('when changes of the feed grow old, then they go but for the newest of them, and fingerprints stay', async () => {
    const change = { entity: 'item', change: 'updated', at: '2026-11-22T12:00:00Z', values: {} } as const;
    const append = (...keys: string[]) =>
      store.changes.append(keys.map((sageKey) => ({ ...change, sageKey })));
    const keysLeft = async () => (await store.changes.after(0, 10)).map(({ sageKey }) => sageKey);
    await store.fingerprints.putAll('Product2-item:figures', [{ key: 'A', digest: 'a' }]);
    await append('A', 'B', 'C');
    await place.advance(10 * DAY);
    await append('D');
    await place.advance(20 * DAY - MINUTE);
    expect(await deletedBy()).toEqual(nothing);
    await place.advance(2 * MINUTE);
    expect(await deletedBy()).toEqual({ ...nothing, changes: 2 });
    expect(await keysLeft()).toEqual(['C', 'D']);
    await place.advance(5_000 * DAY);
    expect(await deletedBy()).toMatchObject({ changes: 1 });
    expect(await keysLeft()).toEqual(['D']);
    expect(await store.fingerprints.count('Product2-item:figures')).toBe(1);
  });

  it('when the store is too large, then finished jobs go, the oldest first and failures last, until it fits', async () => {
    await fill(600, { state: 'done', errorCount: 0 });
    await fill(600, { state: 'done', errorCount: 1 });
    await fill(600, { state: 'skipped', errorCount: 1 });
    await fill(600, { state: 'dead', errorCount: 1 });
    const { sizeMegabytes: all } = await run();

    const some = await run({ maxMegabytes: all * 0.9 });
    expect(some).toMatchObject({ overLimit: false, deleted: { failedJobs: 0 } });
    expect(some.deleted['doneJobs']).toBeGreaterThanOrEqual(200);
    expect(some.deleted['doneJobs']).toBeLessThan(600);
    expect(await finishedMoments('done', 0)).toEqual(numbersFrom(some.deleted['doneJobs'] ?? 0, 600));

    const more = await run({ maxMegabytes: all * 0.6 });
    expect(more).toMatchObject({
      overLimit: false,
      deleted: { doneJobs: 600 - (some.deleted['doneJobs'] ?? 0) }
    });
    const failures = more.deleted['failedJobs'] ?? 0;
    expect(failures).toBeGreaterThanOrEqual(200);
    // Both kinds of failures finished at the same moments, and go together.
    const left = await finishedMoments('done', 1);
    expect(left[0]).toBeGreaterThanOrEqual(Math.floor(failures / 2) - 100);

    const last = await run({ maxMegabytes: 0.01 });
    expect(last).toMatchObject({
      overLimit: true,
      deleted: { failedJobs: 1_200 - failures, idempotencyKeys: 0 }
    });
    expect(last.sizeMegabytes).toBeLessThan(all * 0.5);
    const states = await opened.database.selectFrom('job').select('state').distinct().execute();
    expect(states).toEqual([{ state: 'dead' }]);
  });

  it('when thousands go, then in small transactions between which others do their work', async () => {
    await fill(4_000, { state: 'done', errorCount: 0, payloadBytes: 200 });
    await fill(1_000, { state: 'done', errorCount: 2, payloadBytes: 200 });
    let transactions = 0;
    const counting: StoreContext = {
      ...context,
      inTransaction(work) {
        transactions += 1;
        return context.inTransaction(work);
      }
    };
    const end = new AbortController();
    const retention = retain(opened, counting, { ...policy, doneDays: 0 }).finally(() => end.abort());
    const done: number[] = [];
    const jobs = createJobs(context);
    while (!end.signal.aborted) {
      const { id } = await jobs.enqueue({ lane: 'live', key: 'k', payload: {} });
      const claimed = await jobs.claim({ lane: 'live', limit: 1, worker: 'w', leaseMs: MINUTE });
      for (const { lease } of claimed) await jobs.complete(lease);
      expect(claimed).toMatchObject([{ id }]);
      done.push(id);
    }
    expect((await retention).deleted).toEqual({ ...nothing, doneJobs: expect.any(Number) as number });
    expect(transactions).toBeGreaterThanOrEqual(4_000 / 200);
    expect(done.length).toBeGreaterThan(3);
    const left = await opened.database
      .selectFrom('job')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('lane', '=', lane)
      .executeTakeFirst();
    expect(left?.count).toBe(1_000);
  });

  it('when two instances clean up at once, then each row goes once and none is left', async () => {
    await fill(2_000, { state: 'done', errorCount: 0, payloadBytes: 200 });
    const other = await place.openDatabase();
    const otherContext = contextOf(other, { retryPolicyOf: context.retryPolicyOf, random: Math.random });
    const reports = await Promise.all([
      run({ doneDays: 0 }),
      retain(other, otherContext, { ...policy, doneDays: 0 })
    ]);
    await other.close();
    const sum = reports.reduce((total, { deleted }) => total + (deleted['doneJobs'] ?? 0), 0);
    expect(sum).toBe(2_000);
    expect(await idsLeft()).toEqual([]);
  });

  /** Rows as the state machine leaves them, that finished an hour ago, one each millisecond. */
  async function fill(
    count: number,
    {
      state,
      errorCount,
      payloadBytes = 4_000
    }: { state: JobState; errorCount: number; payloadBytes?: number }
  ): Promise<void> {
    const payload = JSON.stringify({ text: randomText(payloadBytes) });
    const rows = numbersFrom(0, count).map((moment) => ({
      lane,
      key: state === 'dead' ? `dead ${moment}` : null,
      state,
      payload_json: payload,
      error_count: errorCount,
      enqueued_at: base,
      run_at: base,
      finished_at: state === 'dead' ? null : base + moment
    }));
    for (let from = 0; from < count; from += 500) {
      await opened.database
        .insertInto('job')
        .values(rows.slice(from, from + 500))
        .execute();
    }
  }

  async function finishedMoments(state: JobState, errorCount: number): Promise<readonly number[]> {
    const rows = await opened.database
      .selectFrom('job')
      .select('finished_at')
      .where('state', '=', state)
      .where('error_count', '=', errorCount)
      .orderBy('finished_at')
      .execute();
    return rows.map((row) => (row.finished_at ?? 0) - base);
  }
});

const numbersFrom = (first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, index) => first + index);

/** PostgreSQL compresses what repeats. */
function randomText(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array((bytes * 3) / 4))).toString('base64');
}
