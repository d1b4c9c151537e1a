import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store/port/store.ts';
import { engines, testPlace, type TestPlace } from '../store/test-support/test-store.ts';
import {
  enqueueSome,
  jobIn,
  LANE,
  numberOf,
  until,
  workLane,
  type WorkedLane
} from './test-support/worked-lane.ts';

describe.each(engines)('a worker on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  const lanes: WorkedLane[] = [];
  const work: typeof workLane = (...parameters) => {
    const lane = workLane(...parameters);
    lanes.push(lane);
    return lane;
  };

  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  afterEach(async () => {
    await Promise.all(lanes.splice(0).map(({ worker }) => worker.stop()));
    await place.remove();
  });

  it('when jobs of several keys come, then each key goes in its order and at most as many run as allowed', async () => {
    const order = new Map<string, number[]>();
    let running = 0;
    let most = 0;
    const { attempts } = work(store, {
      concurrency: 3,
      run: async (job) => {
        most = Math.max(most, (running += 1));
        order.set(String(job.key), [...(order.get(String(job.key)) ?? []), numberOf(job)]);
        await until(() => most === 3);
        running -= 1;
        return undefined;
      }
    });
    const keys = ['A', 'B', 'C', 'D', 'E'];
    for (const key of keys) await enqueueSome(store, 8, key);
    await until(() => attempts.length === 40);
    expect([...order.keys()].sort()).toEqual(keys);
    for (const numbers of order.values()) expect(numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
    expect(attempts.every(({ outcome, attempt }) => outcome === 'done' && attempt === 1)).toBe(true);
  });

  it('when a job becomes due, then it is begun long before the poll', async () => {
    const begun: number[] = [];
    work(store, () => Promise.resolve(void begun.push(performance.now())), { pollMs: 60_000 });
    await wait(50); // the first look has found nothing
    const before = performance.now();
    await enqueueSome(store, 1);
    await until(() => begun.length === 1);
    expect((begun[0] ?? 0) - before).toBeLessThan(1_000);
  });

  it('when a result is to be committed, then it is written with the acknowledgement', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    work(store, () => Promise.resolve({ commit: (within) => within.cursors.move('sage:A', undefined, '7') }));
    await jobIn(store, id, 'done');
    expect((await store.cursors.find('sage:A'))?.value).toBe('7');
  });

  it('when the commit is refused, then nothing of it is kept and the job is looked up, since its effect happened', async () => {
    await store.cursors.move('sage:A', undefined, '1');
    const [id = 0] = await enqueueSome(store, 1);
    const { attempts } = work(store, () =>
      Promise.resolve({
        commit: async (within) => {
          await within.cursors.move('sage:B', undefined, '1');
          await within.cursors.move('sage:A', '0', '2'); // LB612, transient in itself
        }
      })
    );
    await until(() => attempts.length === 1);
    expect(await store.cursors.find('sage:B')).toBeUndefined();
    expect(await store.jobs.find(id)).toMatchObject({
      state: 'ready',
      mustLookUp: true,
      errors: [{ code: 'LB612', kind: 'ambiguous' }]
    });
  });

  it('when one handler hangs, then jobs of other keys go on', async () => {
    const { attempts } = work(
      store,
      async (job, { signal }) => {
        if (job.key === 'hanging') await new Promise((resolve) => signal.addEventListener('abort', resolve));
        return undefined;
      },
      { stopGraceMs: 10 }
    );
    await enqueueSome(store, 3, 'hanging');
    await enqueueSome(store, 10, 'other');
    await until(() => attempts.length === 10);
    const [statistics] = await store.jobs.statistics();
    expect(statistics).toMatchObject({ lane: LANE, active: 1, waiting: 2, due: 0 });
  });

  it('when nothing is due, then the store is hardly asked', async () => {
    let claims = 0;
    const counting: Store = {
      ...store,
      jobs: { ...store.jobs, claim: (request) => ((claims += 1), store.jobs.claim(request)) }
    };
    await store.jobs.enqueue({
      lane: LANE,
      payload: {},
      runAt: new Date((await place.now()) + 3_600_000).toISOString()
    });
    work(counting, () => Promise.resolve(undefined), { pollMs: 100 });
    await wait(1_000);
    expect(claims).toBeGreaterThan(5);
    expect(claims).toBeLessThan(25);
  });
});
