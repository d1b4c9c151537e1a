import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines, testPlace, type TestPlace } from './test-support/test-store.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

describe.each(engines)('two instances on one store in %s', (engine) => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace(engine);
  });
  afterEach(() => place.remove());

  it('when they start at the same moment, then the store is made once and both work', async () => {
    const stores = await Promise.all([place.open(), place.open(), place.open()]);
    await Promise.all(stores.map((store, index) => store.jobs.enqueue({ lane: 'orders', payload: index })));
    for (const store of stores) expect(await store.jobs.list({ limit: 10 })).toHaveLength(3);
  });

  it('when both claim, then no job is with two, and the jobs of a key are done in their order', async () => {
    const stores = [await place.open(), await place.open()];
    const [first] = stores;
    const jobs = Array.from({ length: 80 }, (_, index) => ({
      lane: 'orders',
      key: KEYS[index % KEYS.length] ?? '',
      payload: index
    }));
    await first?.jobs.enqueueAll(jobs);
    const done: unknown[] = [];
    const active = new Set<string | undefined>();
    const work = async (store: (typeof stores)[number], worker: string): Promise<void> => {
      while (done.length < jobs.length) {
        const claimed = await store.jobs.claim({ lane: 'orders', limit: 2, worker, leaseMs: 60_000 });
        for (const { key } of claimed) {
          expect(active).not.toContain(key);
          active.add(key);
        }
        for (const { key, payload, lease } of claimed) {
          done.push(payload);
          active.delete(key); // completing makes the next of the key due for the other
          await store.jobs.complete(lease);
        }
      }
    };
    await Promise.all(stores.flatMap((store) => [work(store, 'one'), work(store, 'two')]));
    expect(done).toHaveLength(jobs.length);
    for (const key of KEYS) {
      const ofKey = done.filter((payload) => typeof payload === 'number' && jobs[payload]?.key === key);
      expect(ofKey).toEqual(ofKey.toSorted((one, other) => Number(one) - Number(other)));
    }
  });

  it('when both take the same idempotency key at once, then one of them enqueues', async () => {
    const stores = [await place.open(), await place.open()];
    const job = { lane: 'orders', key: 'a', payload: {}, idempotencyKey: 'once' };
    const answers = await Promise.all([...stores, ...stores].map((store) => store.jobs.enqueue(job)));
    expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('when a batch has more keys than the server has locks, then it is enqueued all the same', async () => {
    const store = await place.open();
    const batch = Array.from({ length: 10_000 }, (_, index) => ({
      lane: 'x',
      key: `key-${index}`,
      payload: 0
    }));
    expect(await store.jobs.enqueueAll(batch)).toHaveLength(batch.length);
  });
});
