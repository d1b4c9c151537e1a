import { describe, expect, it } from 'vitest';
import { engines } from '../test-support/test-store.ts';
import { laneOf, sharedPlace } from './test-support/lane-of-jobs.ts';

describe.each(engines)('several jobs completed at once on %s', (engine) => {
  const shared = sharedPlace(engine);

  it('when all leases hold, then all are done and the next of each key has its turn', async () => {
    const { enqueue, claim, states, lane } = laneOf(shared.store);
    for (const key of ['a', 'b', 'a', 'b', 'a']) await enqueue(1, { key });
    await enqueue(1);
    const first = await claim();
    const leases = first.map(({ lease }) => lease);
    expect(await shared.store.jobs.completeAll(leases)).toEqual(leases);
    expect(await states()).toEqual(['done', 'done', 'ready', 'ready', 'waiting', 'done']);
    expect((await claim()).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(await shared.store.jobs.nextDueAt(lane)).toBeUndefined();
  });

  it('when one lease is lost, then the others are done, and that job and its key stay as they are', async () => {
    const { enqueue, claim, claimOne, states, lane } = laneOf(shared.store);
    for (const key of ['a', 'a', 'b', 'b']) await enqueue(1, { key });
    const late = await claimOne(0);
    await shared.store.jobs.reclaim(lane);
    const [again, other] = await claim();
    expect([again?.id, other?.key]).toEqual([late.id, 'b']);
    const held = await shared.store.jobs.completeAll([late.lease, ...(other ? [other.lease] : [])]);
    expect(held).toEqual([other?.lease]);
    expect(await states()).toEqual(['active', 'waiting', 'done', 'ready']);
  });

  it('when several hundred of as many keys are completed, then each key goes on with its own next job', async () => {
    const { enqueueAll, claim, states } = laneOf(shared.store);
    const keys = Array.from({ length: 321 }, (_, index) => `k${index}`);
    for (const key of keys.slice(0, 3)) await enqueueAll([1, 2], { key });
    for (const key of keys.slice(3)) await enqueueAll([1], { key });
    const claimed = await claim(500);
    expect(claimed).toHaveLength(321);
    await shared.store.jobs.completeAll(claimed.map(({ lease }) => lease));
    expect((await states()).filter((state) => state === 'ready')).toHaveLength(3);
    expect((await claim(500)).map(({ payload }) => payload)).toEqual([2, 2, 2]);
  });

  it('when the work beside it fails, then none of them is done', async () => {
    const { enqueue, claimOne, states } = laneOf(shared.store);
    await enqueue(1, { key: 'a' });
    const { lease } = await claimOne();
    const failing = shared.store.transaction(async (within) => {
      await within.jobs.completeAll([lease]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await states()).toEqual(['active']);
  });

  it('when there are none, then nothing happens', async () => {
    expect(await shared.store.jobs.completeAll([])).toEqual([]);
  });
});
