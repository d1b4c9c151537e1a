import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from './port/store.ts';
import { eventually } from './postgres/test-support/eventually.ts';
import { engines, testPlace, type TestPlace } from './test-support/test-store.ts';

const job = (lane: string) => ({ lane, payload: {} });

/** Collects what an instance is told, and when. */
function listen(store: Store): { lanes: string[]; at: number[]; end: () => void } {
  const heard = { lanes: [] as string[], at: [] as number[] };
  const end = store.onDue((lane) => {
    heard.lanes.push(lane);
    heard.at.push(performance.now());
  });
  return { ...heard, end };
}

describe.each(engines)('being told of due jobs on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  afterEach(() => place.remove());

  it('when a job is enqueued, then who listens in this instance hears of its lane once', async () => {
    const heard = listen(store);
    await store.jobs.enqueue(job('orders'));
    await store.jobs.enqueue(job('end'));
    await eventually('the last one is heard', () => heard.lanes.includes('end'));
    expect(heard.lanes).toEqual(['orders', 'end']);
  });

  it('when a transaction fails, then nobody hears of it', async () => {
    const heard = listen(store);
    const failed = store.transaction(async (within) => {
      await within.jobs.enqueue(job('undone'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await store.jobs.enqueue(job('end'));
    await eventually('the last one is heard', () => heard.lanes.includes('end'));
    expect(heard.lanes).toEqual(['end']);
  });

  it('when who listens has ended it, then it hears nothing more', async () => {
    const first = listen(store);
    const second = listen(store);
    first.end();
    await store.jobs.enqueue(job('orders'));
    await eventually('the other hears', () => second.lanes.length === 1);
    expect(first.lanes).toEqual([]);
  });
});

describe('being told of due jobs by another instance', () => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace('postgres');
  });
  afterEach(() => place.remove());

  it('when one enqueues, then the other hears within milliseconds, and never of what was undone', async () => {
    const one = await place.open();
    const other = await place.open();
    const heard = listen(other);
    await one
      .transaction(async (within) => {
        await within.jobs.enqueue(job('undone'));
        throw new Error('no');
      })
      .catch(() => undefined);
    const delays: number[] = [];
    for (let round = 1; round <= 20; round += 1) {
      await one.jobs.enqueue(job('orders'));
      const acknowledged = performance.now();
      await eventually('it is heard', () => heard.lanes.length === round);
      delays.push((heard.at.at(-1) ?? 0) - acknowledged);
    }
    expect(heard.lanes).not.toContain('undone');
    // The median, since the machine may be busy for a moment.
    expect(delays.toSorted((a, b) => a - b)[10]).toBeLessThan(250);
  });

  it('when many are enqueued at once, then every lane is heard of, and not each job by itself', async () => {
    const one = await place.open();
    const other = await place.open();
    const heard = listen(other);
    const lanes = Array.from({ length: 20 }, (_, index) => `lane-${index}`);
    await Promise.all(lanes.flatMap((lane) => [1, 2, 3, 4, 5].map(() => one.jobs.enqueue(job(lane)))));
    await eventually('every lane is heard', () => new Set(heard.lanes).size === lanes.length);
    expect(heard.lanes.length).toBeLessThanOrEqual(100);
  });

  it('when stores stand in two schemas of one database, then they do not hear each other', async () => {
    const elsewhere = testPlace('postgres');
    try {
      const one = await place.open();
      const heard = listen(await place.open());
      await (await elsewhere.open()).jobs.enqueue(job('foreign'));
      await one.jobs.enqueue(job('own'));
      await eventually('its own is heard', () => heard.lanes.includes('own'));
      expect(heard.lanes).toEqual(['own']);
    } finally {
      await elsewhere.remove();
    }
  });
});
