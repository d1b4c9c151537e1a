import { describe, expect, it } from 'vitest';
import type { ClaimedJob } from '../port/job.ts';
import type { Store } from '../port/store.ts';
import { engines } from '../test-support/test-store.ts';
import { laneOf, permanent, sharedPlace, transient } from './test-support/lane-of-jobs.ts';

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe.each(engines)('the order of a key on %s', (engine) => {
  const shared = sharedPlace(engine, { random: () => 0 });

  it('when jobs of a key come one by one, then they are done one after the other in that order', async () => {
    const { enqueue, workOff, claim } = laneOf(shared.store);
    for (const payload of upTo(10)) await enqueue(payload, { key: 'k' });
    const first = await claim();
    expect(first).toHaveLength(1);
    expect(await claim()).toEqual([]);
    await shared.store.jobs.complete(first[0]?.lease ?? never());
    expect([first[0]?.payload, ...(await workOff())]).toEqual(upTo(10));
  });

  it('when jobs of a key come in one batch, then their order is that of the batch', async () => {
    const { enqueueAll, workOff } = laneOf(shared.store);
    const enqueued = await enqueueAll(upTo(27), { key: 'k' });
    expect(enqueued.map(({ id }) => id)).toEqual(enqueued.map(({ id }) => id).toSorted((a, b) => a - b));
    expect(await workOff()).toEqual(upTo(27));
  });

  it('when jobs of a key come in one transaction, then their order is that of the calls', async () => {
    const { lane, workOff } = laneOf(shared.store);
    await shared.store.transaction(async ({ jobs }) => {
      for (const payload of upTo(20)) await jobs.enqueue({ lane, key: 'k', payload });
      await jobs.enqueueAll(upTo(20).map((payload) => ({ lane, key: 'k', payload: payload + 20 })));
    });
    expect(await workOff()).toEqual(upTo(40));
  });

  it('when several instances enqueue the same keys at once, then each key keeps the order of each of them', async () => {
    const other = await shared.place.open();
    const { lane, claim } = laneOf(shared.store);
    const producers = [shared.store, other, shared.store, other].map(async ({ jobs }, producer) => {
      for (const turn of upTo(8)) {
        await jobs.enqueue({ lane, key: `k${turn % 3}`, payload: { producer, turn } });
        await jobs.enqueueAll([
          { lane, key: 'k0', payload: { producer, turn: turn + 0.3 } },
          { lane, key: 'k1', payload: { producer, turn: turn + 0.6 } }
        ]);
      }
    });
    await Promise.all(producers);
    const doneOfKey = new Map<string, string[]>();
    for (let batch = await claim(); batch.length > 0; batch = await claim()) {
      for (const { key, payload, lease } of batch) {
        doneOfKey.set(key ?? '', [...(doneOfKey.get(key ?? '') ?? []), JSON.stringify(payload)]);
        await shared.store.jobs.complete(lease);
      }
    }
    const all = [...doneOfKey.values()].flat();
    expect(all).toHaveLength(4 * 8 * 3);
    for (const ofKey of doneOfKey.values()) {
      for (const producer of upTo(4)) {
        const turns = ofKey
          .filter((text) => text.startsWith(`{"producer":${producer},`))
          .map((text) => Number(/"turn":([\d.]+)/.exec(text)?.[1]));
        expect(turns).toEqual(turns.toSorted((a, b) => a - b));
      }
    }
  });

  it('when several workers take and answer at once, then no key is with two of them and none is passed over', async () => {
    const { lane, enqueueAll } = laneOf(shared.store);
    const other = await shared.place.open({ random: () => 0 });
    for (const key of upTo(5)) await enqueueAll(upTo(12), { key: `k${key}` });
    const inHand = new Set<string>();
    const done = new Map<string, unknown[]>();
    const answer = async ({ jobs }: Store, { id, key = '', payload, lease, attempt }: ClaimedJob) => {
      expect(inHand).not.toContain(key);
      inHand.add(key);
      await Promise.resolve();
      // Every seventh fails once on the way: what comes behind it must wait for it.
      const failsNow = id % 7 === 0 && attempt === 1;
      if (!failsNow) done.set(key, [...(done.get(key) ?? []), payload]);
      inHand.delete(key);
      await (failsNow ? jobs.fail(lease, transient) : jobs.complete(lease));
    };
    const isLeft = async () => (await shared.store.jobs.statistics()).some((row) => row.lane === lane);
    const work = async (store: Store): Promise<void> => {
      while (await isLeft()) {
        const batch = await store.jobs.claim({ lane, limit: 2, worker: 'w', leaseMs: 60_000 });
        for (const job of batch) await answer(store, job);
      }
    };
    await Promise.all([shared.store, other, shared.store, other].map(work));
    expect([...done.values()]).toEqual(upTo(5).map(() => upTo(12)));
  });

  it('when a job comes in the moment in which the last one of its key is done, then it has its turn', async () => {
    const { lane, enqueueAll, claim, states } = laneOf(shared.store);
    const other = await shared.place.open();
    const keys = upTo(8).map((each) => `k${each}`);
    for (const key of keys) await enqueueAll(['first'], { key });
    for (const round of upTo(4)) {
      const heads = await claim();
      expect(heads).toHaveLength(keys.length);
      await Promise.all([
        ...heads.map(({ lease }) => shared.store.jobs.complete(lease)),
        ...keys.map((key) => other.jobs.enqueue({ lane, key, payload: round }))
      ]);
    }
    expect(await states()).not.toContain('waiting');
  });

  it('when several producers are the first of a key at the same moment, then one of them heads it', async () => {
    const { lane, workOff } = laneOf(shared.store);
    const other = await shared.place.open();
    const both = upTo(10).flatMap((each) =>
      [shared.store, other].map(({ jobs }) => jobs.enqueue({ lane, key: `k${each}`, payload: each }))
    );
    await Promise.all(both);
    expect((await workOff()).toSorted()).toEqual(upTo(10).flatMap((each) => [each, each]));
  });

  it('when one key is slow, failing or dead, then other keys and jobs without one go on', async () => {
    const { enqueue, claimOne, workOff, states } = laneOf(shared.store);
    for (const key of ['slow', 'dead', 'later']) await enqueue(`${key} 1`, { key });
    for (const key of ['slow', 'dead', 'later']) await enqueue(`${key} 2`, { key });
    await claimOne();
    await shared.store.jobs.fail((await claimOne()).lease, permanent);
    await shared.store.jobs.fail((await claimOne()).lease, { ...transient, retryAfterMs: 900_000 });
    await enqueue('free 1', { key: 'free' });
    await enqueue('no key');
    await enqueue('free 2', { key: 'free' });
    expect(await workOff()).toEqual(['free 1', 'no key', 'free 2']);
    expect(await states()).toEqual([
      ...['active', 'dead', 'ready', 'waiting', 'waiting', 'waiting'],
      ...['done', 'done', 'done']
    ]);
  });

  it('when the head of a key is not due yet, then those behind it wait for it', async () => {
    const { enqueue, workOff } = laneOf(shared.store);
    const inAMinute = new Date((await shared.place.now()) + 60_000).toISOString();
    await enqueue('later', { key: 'k', runAt: inAMinute });
    await enqueue('now', { key: 'k' });
    expect(await workOff()).toEqual([]);
    await shared.place.advance(60_000);
    expect(await workOff()).toEqual(['later', 'now']);
  });

  it('when a job is dead, then its key is blocked and that is shown, until it is replayed or skipped', async () => {
    const { lane, enqueueAll, claimOne, claim, workOff } = laneOf(shared.store);
    const { jobs } = shared.store;
    await enqueueAll(['bad', 'next', 'last'], { key: 'k' });
    const { id, lease } = await claimOne();
    await jobs.fail(lease, permanent);
    expect(await claim()).toEqual([]);
    const blocked = { lane, waiting: 2, due: 0, later: 0, active: 0, dead: 1, oldestDueAt: undefined };
    expect(await jobs.statistics()).toContainEqual(blocked);
    expect(await jobs.list({ lane, states: ['dead'], limit: 10 })).toMatchObject([{ id, key: 'k' }]);
    expect(await jobs.find(id)).toMatchObject({ state: 'dead', heldUp: 2, errors: [{ code: 'LB616' }] });
    await jobs.replay(id, { operator: 'Ada' });
    expect((await claimOne()).payload).toBe('bad');
    await jobs.fail({ ...lease, fence: lease.fence + 1 }, permanent);
    await jobs.skip(id, { operator: 'Ada', reason: 'The customer is gone.' });
    expect(await workOff()).toEqual(['next', 'last']);
  });

  it('when the clock jumps back, then the order stays', async () => {
    const { enqueue, workOff } = laneOf(shared.store);
    await enqueue('first', { key: 'k' });
    await shared.place.advance(-30_000);
    await enqueue('second', { key: 'k' });
    expect(await workOff()).toEqual([]);
    await shared.place.advance(30_000);
    expect(await workOff()).toEqual(['first', 'second']);
  });

  it('when a program wants a second head of a key, then the database refuses it', async () => {
    const { lane, enqueueAll } = laneOf(shared.store);
    await enqueueAll(['head', 'waits'], { key: 'k' });
    const opened = await shared.place.openDatabase();
    const wrong = opened.database
      .updateTable('job')
      .set({ state: 'ready' })
      .where('lane', '=', lane)
      .execute();
    await expect(wrong).rejects.toThrow(/unique/i);
    await opened.close();
  });
});

function never(): never {
  throw new Error('A job was expected');
}
