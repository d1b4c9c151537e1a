import { describe, expect, it } from 'vitest';
import type { Lease } from '../port/job.ts';
import { engines } from '../test-support/test-store.ts';
import { laneOf, permanent, sharedPlace, transient } from './test-support/lane-of-jobs.ts';

const LONG_MS = 3_600_000;

/** PostgreSQL does a single job, and at most one claimed, in another way than many. */
const ways = engines.flatMap((engine) => [
  { engine, limitOf: 'one', limit: 1 },
  { engine, limitOf: 'many', limit: 100 }
]);

describe.each(ways)('jobs completed and $limitOf claimed at once on $engine', ({ engine, limit: usual }) => {
  const shared = sharedPlace(engine, {
    retry: { maxAttempts: 3, backoffBaseMs: LONG_MS, backoffCeilingMs: LONG_MS },
    random: () => 0.5
  });

  function newLane() {
    const lane = laneOf(shared.store);
    const onwards = (leases: readonly Lease[], limit = usual, leaseMs = LONG_MS) =>
      shared.store.jobs.completeAndClaim(leases, { lane: lane.lane, limit, worker: 'next', leaseMs });
    return { ...lane, onwards };
  }

  it('when there are three keys, then each goes on in its order and none waits for another', async () => {
    const { enqueue, claim, onwards, states } = newLane();
    for (let number = 0; number < 12; number += 1) await enqueue(number, { key: `k${number % 3}` });
    const seen: unknown[] = [];
    let held = await claim();
    while (held.length > 0) {
      seen.push(held.map(({ payload }) => payload));
      const { completed, claimed } = await onwards(
        held.map(({ lease }) => lease),
        3
      );
      expect(completed).toHaveLength(3);
      held = claimed;
    }
    expect(seen).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
      [9, 10, 11]
    ]);
    expect(new Set(await states())).toEqual(new Set(['done']));
  });

  it('when one key has all jobs, then the next is claimed as any other is, with one more claim on its fence', async () => {
    const { enqueueAll, claimOne, onwards, states } = newLane();
    const [, second] = await enqueueAll([1, 2, 3], { key: 'hot' });
    const { lease } = await claimOne();
    const { claimed } = await onwards([lease]);
    expect(claimed).toMatchObject([
      { id: second?.id, payload: 2, key: 'hot', attempt: 1, mustLookUp: false, lease: { fence: 1 } }
    ]);
    expect(await shared.store.jobs.find(second?.id ?? 0)).toMatchObject({
      ...{ state: 'active', attempts: 1, leasedBy: 'next' },
      leaseUntil: claimed[0]?.leaseUntil
    });
    expect(await states()).toEqual(['done', 'active', 'waiting']);
  });

  it('when others are due longer than the next of the key, then they come first and it is ready', async () => {
    const { enqueue, claimOne, onwards, states } = newLane();
    for (const key of ['a', 'b', 'c', 'a']) await enqueue(key, { key });
    const { lease } = await claimOne();
    const { claimed } = await onwards([lease], 1);
    expect(claimed.map(({ payload }) => payload)).toEqual(['b']);
    expect(await states()).toEqual(['done', 'active', 'ready', 'ready']);
  });

  it('when the next of the key is not due yet, then it holds its key and is not claimed', async () => {
    const { enqueue, claimOne, onwards, states } = newLane();
    await enqueue(1, { key: 'a' });
    await enqueue(2, { key: 'a', runAt: '2100-01-01T00:00:00.000Z' });
    await enqueue(3, { key: 'a' });
    const { lease } = await claimOne();
    expect(await onwards([lease])).toEqual({ completed: [lease], claimed: [] });
    expect(await states()).toEqual(['done', 'ready', 'waiting']);
  });

  it('when a lease no longer holds, then its job stays as it is, and others are claimed all the same', async () => {
    const { enqueue, claimOne, onwards, states, lane } = newLane();
    for (const key of ['a', 'a', 'b']) await enqueue(key, { key });
    const late = await claimOne(0);
    await shared.store.jobs.reclaim(lane);
    const again = await claimOne();
    expect(again.id).toBe(late.id);
    const { completed, claimed } = await onwards([late.lease]);
    expect(completed).toEqual([]);
    expect(claimed.map(({ payload }) => payload)).toEqual(['b']);
    expect(await states()).toEqual(['active', 'waiting', 'active']);
    await shared.store.jobs.complete(again.lease);
  });

  it('when it is asked a second time, then nothing is completed twice and what was claimed stays claimed', async () => {
    const { enqueueAll, claimOne, onwards, states } = newLane();
    await enqueueAll([1, 2, 3], { key: 'a' });
    const { lease } = await claimOne();
    await onwards([lease]);
    expect(await onwards([lease])).toEqual({ completed: [], claimed: [] });
    expect(await states()).toEqual(['done', 'active', 'waiting']);
  });

  it('when nothing is due, or nothing is wanted, then the jobs are done and nothing is claimed', async () => {
    const { enqueue, claimOne, onwards, states } = newLane();
    await enqueue(1, { key: 'a' });
    const first = await claimOne();
    expect(await onwards([first.lease])).toEqual({ completed: [first.lease], claimed: [] });
    await enqueue(2, { key: 'a' });
    await enqueue(3, { key: 'a' });
    const second = await claimOne();
    expect(await onwards([second.lease], 0)).toEqual({ completed: [second.lease], claimed: [] });
    expect(await states()).toEqual(['done', 'done', 'ready']);
  });

  it('when nothing is to be completed, then it only claims', async () => {
    const { enqueue, onwards } = newLane();
    await enqueue(1);
    const { completed, claimed } = await onwards([]);
    expect([completed, claimed.map(({ payload }) => payload)]).toEqual([[], [1]]);
  });

  it('when a job of a key is dead or waits for its next attempt, then its key is passed over', async () => {
    const { enqueue, claim, claimOne, onwards, states } = newLane();
    for (const key of ['dead', 'dead', 'later', 'later', 'a', 'a']) await enqueue(key, { key });
    const [dead, later] = await claim(2);
    const own = await claimOne();
    if (dead === undefined || later === undefined) throw new Error('Two heads are due');
    await shared.store.jobs.fail(dead.lease, permanent);
    await shared.store.jobs.fail(later.lease, transient);
    const { claimed } = await onwards([own.lease]);
    expect(claimed.map(({ payload }) => payload)).toEqual(['a']);
    expect(await states()).toEqual(['dead', 'waiting', 'ready', 'waiting', 'done', 'active']);
  });

  it('when the jobs are of another lane, then its next jobs are ready there, and who listens hears of it', async () => {
    const [one, other] = [newLane(), newLane()];
    await one.enqueueAll([1, 2], { key: 'same' });
    await other.enqueueAll([3, 4], { key: 'same' });
    const { lease } = await one.claimOne();
    const heard = Promise.withResolvers<string>();
    const end = shared.store.onDue((lane) => {
      if (lane === one.lane) heard.resolve(lane);
    });
    const { claimed } = await other.onwards([lease]);
    expect(claimed.map(({ payload }) => payload)).toEqual([3]);
    expect(await one.states()).toEqual(['done', 'ready']);
    expect(await heard.promise).toBe(one.lane);
    end();
  });

  it('when the work beside it fails, then all is as it was: the job is held, and the next waits', async () => {
    const { enqueueAll, claimOne, states, lane } = newLane();
    await enqueueAll([1, 2], { key: 'a' });
    const { lease } = await claimOne();
    const request = { lane, limit: 1, worker: 'next', leaseMs: LONG_MS };
    const failing = shared.store.transaction(async (within) => {
      const { claimed } = await within.jobs.completeAndClaim([lease], request);
      expect(claimed).toHaveLength(1);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await states()).toEqual(['active', 'waiting']);
    const { claimed } = await shared.store.jobs.completeAndClaim([lease], request);
    expect(claimed).toMatchObject([{ payload: 2, attempt: 1, lease: { fence: 1 } }]);
  });

  it('when several hundred of as many keys are completed, then as many others are claimed, each of another key', async () => {
    const { enqueueAll, claim, onwards, states } = newLane();
    const keys = Array.from({ length: 120 }, (_, index) => `k${index}`);
    for (const key of keys) await enqueueAll([1, 2], { key });
    const held = await claim(60);
    const { claimed } = await onwards(
      held.map(({ lease }) => lease),
      500
    );
    expect(new Set(claimed.map(({ key }) => key)).size).toBe(120);
    expect(claimed).toHaveLength(120);
    expect((await states()).filter((state) => state === 'active')).toHaveLength(120);
  });

  it('when many go on at the same moment, then no key is worked twice at once, and every job is done once', async () => {
    const { enqueue, onwards, claim, states } = newLane();
    for (let number = 0; number < 60; number += 1) await enqueue(number, { key: `k${number % 5}` });
    const busy = new Set<string>();
    const done: number[] = [];
    const work = async (): Promise<void> => {
      let held = await claim(1);
      while (done.length < 60) {
        for (const { key = '', payload } of held) {
          expect(busy.has(key)).toBe(false);
          busy.add(key);
          done.push(Number(payload));
        }
        await new Promise((resolve) => setImmediate(resolve));
        for (const { key = '' } of held) busy.delete(key);
        held = (
          await onwards(
            held.map(({ lease }) => lease),
            1
          )
        ).claimed;
      }
      await onwards(
        held.map(({ lease }) => lease),
        0
      );
    };
    await Promise.all([work(), work(), work(), work()]);
    expect(done.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 60 }, (_, n) => n));
    for (let key = 0; key < 5; key += 1) {
      const ofKey = done.filter((number) => number % 5 === key);
      expect(ofKey).toEqual(ofKey.toSorted((one, other) => one - other));
    }
    expect(new Set(await states())).toEqual(new Set(['done']));
  });
});
