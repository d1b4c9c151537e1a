import { describe, expect, it } from 'vitest';
import type { ClaimedJob } from '../port/job.ts';
import { engines } from '../test-support/test-store.ts';
import { ambiguous, laneOf, permanent, sharedPlace, transient } from './test-support/lane-of-jobs.ts';

const LEASE_MS = 60_000;

describe.each(engines)('leases on %s', (engine) => {
  const shared = sharedPlace(engine, { retry: { maxAttempts: 3 }, random: () => 0 });
  const lost = { code: 'LB608' };

  /** Every answer that a worker can give. */
  const answers = ({ lease }: ClaimedJob): Record<string, () => Promise<unknown>> => {
    const { jobs } = shared.store;
    return {
      complete: () => jobs.complete(lease),
      'fail transient': () => jobs.fail(lease, transient),
      'fail permanent': () => jobs.fail(lease, permanent),
      'fail ambiguous': () => jobs.fail(lease, ambiguous),
      'hand back': () => jobs.handBack(lease)
    };
  };

  it('when a lease ran out and another worker has the job, then every late answer is refused and changes nothing', async () => {
    const { lane, enqueueAll, claimOne } = laneOf(shared.store);
    const { jobs } = shared.store;
    await enqueueAll(['first', 'second'], { key: 'k' });
    const late = await claimOne(0);
    expect(await jobs.reclaim(lane)).toEqual({ ready: 1, dead: 0 });
    const current = await claimOne();
    expect(current).toMatchObject({ id: late.id, attempt: 2, mustLookUp: true });
    expect(current.lease.fence).toBe(late.lease.fence + 1);
    const before = await jobs.find(current.id);
    for (const answer of Object.values(answers(late))) await expect(answer()).rejects.toMatchObject(lost);
    expect(await jobs.extend([late.lease], LEASE_MS)).toEqual([]);
    expect(await jobs.find(current.id)).toEqual(before);
    await jobs.complete(current.lease);
  });

  it.each(['complete', 'fail transient', 'fail permanent', 'fail ambiguous', 'hand back'])(
    'when a job was answered by "%s", then every second answer is refused',
    async (first) => {
      const { enqueue, claimOne } = laneOf(shared.store);
      await enqueue(1, { key: 'k' });
      const job = await claimOne();
      await answers(job)[first]?.();
      const before = await shared.store.jobs.find(job.id);
      for (const answer of Object.values(answers(job))) await expect(answer()).rejects.toMatchObject(lost);
      expect(await shared.store.jobs.extend([job.lease], LEASE_MS)).toEqual([]);
      expect(await shared.store.jobs.find(job.id)).toEqual(before);
    }
  );

  it('when a lease ran out but nobody took the job back, then its worker may still answer', async () => {
    const { enqueue, claimOne, states } = laneOf(shared.store);
    await enqueue(1);
    const job = await claimOne(0);
    await shared.store.jobs.complete(job.lease);
    expect(await states()).toEqual(['done']);
  });

  it('when a lease is extended in time, then the job is not taken back', async () => {
    const { lane, enqueueAll, claim } = laneOf(shared.store);
    const { jobs } = shared.store;
    await enqueueAll(['kept', 'lost']);
    const [kept, lostJob] = await claim(2, LEASE_MS);
    if (kept === undefined || lostJob === undefined) throw new Error('Two jobs were expected');
    await shared.place.advance(LEASE_MS - 10_000);
    expect(await jobs.extend([kept.lease], LEASE_MS)).toEqual([kept.lease]);
    await shared.place.advance(20_000);
    expect(await jobs.reclaim(lane)).toEqual({ ready: 1, dead: 0 });
    expect(await jobs.extend([lostJob.lease, kept.lease], LEASE_MS)).toEqual([kept.lease]);
    await jobs.complete(kept.lease);
    await expect(jobs.complete(lostJob.lease)).rejects.toMatchObject(lost);
  });

  it('when many leases are extended at once, then exactly those that hold come back', async () => {
    const { enqueueAll, claim } = laneOf(shared.store);
    await enqueueAll(Array.from({ length: 130 }, (_, index) => index));
    const leases = (await claim(130)).map(({ lease }) => lease);
    const stale = leases.map((lease, index) =>
      index % 3 === 0 ? { ...lease, fence: lease.fence + 1 } : lease
    );
    const held = await shared.store.jobs.extend(stale, LEASE_MS);
    expect(held).toEqual(leases.filter((_, index) => index % 3 !== 0));
  });

  it('when a lease has not run out, then the job is not taken back', async () => {
    const { lane, enqueue, claimOne } = laneOf(shared.store);
    await enqueue(1);
    await claimOne(LEASE_MS);
    expect(await shared.store.jobs.reclaim(lane)).toEqual({ ready: 0, dead: 0 });
  });

  it('when a job kills its worker each time, then it is dead after its attempts, with its history, and blocks its key', async () => {
    const { lane, enqueueAll, claimOne, claim } = laneOf(shared.store);
    const { jobs } = shared.store;
    const [poison] = await enqueueAll(['poison', 'behind'], { key: 'k' });
    for (const dead of [0, 0, 1]) {
      await claimOne(0);
      expect(await jobs.reclaim(lane)).toEqual({ ready: 1 - dead, dead });
    }
    expect(await claim()).toEqual([]);
    const history = await jobs.find(poison?.id ?? 0);
    expect(history).toMatchObject({ state: 'dead', attempts: 3, mustLookUp: true, lastErrorCode: 'LB609' });
    expect(history?.errors.map(({ attempt, kind, code }) => [attempt, kind, code])).toEqual([
      [1, 'ambiguous', 'LB609'],
      [2, 'ambiguous', 'LB609'],
      [3, 'ambiguous', 'LB609']
    ]);
    expect(history?.heldUp).toBe(1);
  });

  it('when a job is handed back, then it is as if it had not been claimed, but for the fence', async () => {
    const { enqueue, claimOne } = laneOf(shared.store);
    const { id } = await enqueue(1, { key: 'k' });
    const before = await shared.store.jobs.find(id);
    const first = await claimOne();
    await shared.store.jobs.handBack(first.lease);
    expect(await shared.store.jobs.find(id)).toEqual(before);
    const second = await claimOne();
    expect(second).toMatchObject({ attempt: 1, mustLookUp: false });
    expect(second.lease.fence).toBe(first.lease.fence + 1);
  });

  it('when a dead job is replayed, then the answers of its earlier life stay refused', async () => {
    const { enqueue, claimOne } = laneOf(shared.store);
    const { id } = await enqueue(1, { key: 'k' });
    const earlier = await claimOne();
    await shared.store.jobs.fail(earlier.lease, permanent);
    await shared.store.jobs.replay(id, { operator: 'Ada' });
    const current = await claimOne();
    expect(current.attempt).toBe(1);
    expect(current.lease.fence).toBeGreaterThan(earlier.lease.fence);
    await expect(shared.store.jobs.complete(earlier.lease)).rejects.toMatchObject(lost);
    await shared.store.jobs.complete(current.lease);
  });

  it('when an attempt may have had its effect, then every later one looks it up, until the job is done', async () => {
    const { enqueue, claimOne } = laneOf(shared.store);
    await enqueue(1, { key: 'k' });
    const looksUp: boolean[] = [];
    for (const failure of [transient, ambiguous, transient]) {
      const { lease, mustLookUp } = await claimOne();
      looksUp.push(mustLookUp);
      await shared.store.jobs.fail(lease, failure);
    }
    expect(looksUp).toEqual([false, false, true]);
  });

  it('when the lease is lost within a transaction, then nothing of that transaction is kept', async () => {
    const { lane, enqueue, claimOne, states } = laneOf(shared.store);
    await enqueue(1);
    const late = await claimOne(0);
    await shared.store.jobs.reclaim(lane);
    const answered = shared.store.transaction(async ({ jobs }) => {
      await jobs.enqueue({ lane, payload: 'follows' });
      await jobs.complete(late.lease);
    });
    await expect(answered).rejects.toMatchObject(lost);
    expect(await states()).toEqual(['ready']);
  });

  it('when an error message holds what PostgreSQL cannot store, or is endless, then the failure is kept all the same', async () => {
    const { enqueue, claimOne } = laneOf(shared.store);
    const { id } = await enqueue(1);
    await shared.store.jobs.fail((await claimOne()).lease, {
      ...transient,
      message: `a\0b${'x'.repeat(1e5)}`
    });
    const history = await shared.store.jobs.find(id);
    expect(history?.errors[0]?.message).toMatch(/^a\uFFFDbx+$/u);
  });
});
