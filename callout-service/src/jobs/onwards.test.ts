import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGate } from '../../test-support/gate.ts';
import type { Store } from '../store/port/store.ts';
import { engines, testPlace, type TestPlace } from '../store/test-support/test-store.ts';
import {
  enqueueSome,
  jobIn,
  numberOf,
  until,
  workLane,
  type WorkedLane
} from './test-support/worked-lane.ts';

describe.each(engines)('a worker that goes from job to job on %s', (engine) => {
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

  it('when a key has many jobs, then each is claimed while the one before it is acknowledged', async () => {
    const asked = { claim: 0, complete: 0, onwards: 0 };
    const { jobs } = store;
    const counting: Store = {
      ...store,
      jobs: {
        ...jobs,
        claim: (request) => ((asked.claim += 1), jobs.claim(request)),
        complete: (lease) => ((asked.complete += 1), jobs.complete(lease)),
        completeAndClaim: (...both) => ((asked.onwards += 1), jobs.completeAndClaim(...both))
      }
    };
    await enqueueSome(store, 20, 'A');
    const order: number[] = [];
    const run = (job: Parameters<typeof numberOf>[0]) => Promise.resolve(void order.push(numberOf(job)));
    const { attempts } = work(counting, { concurrency: 1, run });
    await until(() => attempts.length === 20);
    expect(order).toEqual(Array.from({ length: 20 }, (_, number) => number));
    expect(asked).toMatchObject({ complete: 0, onwards: 20 });
    expect(asked.claim).toBeLessThan(4);
  });

  it('when results are to be committed, then each is there before the next of its key begins', async () => {
    await enqueueSome(store, 5, 'A');
    const seen: (string | undefined)[] = [];
    const { attempts } = work(store, {
      concurrency: 2,
      run: async (job) => {
        const from = (await store.cursors.find('sage:A'))?.value;
        seen.push(from);
        return { commit: (within) => within.cursors.move('sage:A', from, String(numberOf(job))) };
      }
    });
    await until(() => attempts.length === 5);
    expect(seen).toEqual([undefined, '0', '1', '2', '3']);
  });

  it('when a commit is refused, then what was claimed with it is free for the next attempt', async () => {
    await enqueueSome(store, 1, 'A');
    const [behind = 0] = await enqueueSome(store, 1, 'B');
    await store.cursors.move('sage:A', undefined, '1');
    const { attempts } = work(store, {
      concurrency: 1,
      run: (job) =>
        Promise.resolve(
          job.key === 'A' ? { commit: (within) => within.cursors.move('sage:A', '0', '2') } : undefined
        )
    });
    await until(() => attempts.length === 2);
    expect(await store.jobs.find(behind)).toMatchObject({ state: 'done', attempts: 1 });
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['retried', 'done']);
  });

  it('when it is told to stop while it goes on, then the next job goes back as if it had not been claimed', async () => {
    const [first = 0, behind = 0] = await enqueueSome(store, 2, 'A');
    const gate = createGate();
    const slow: Store = {
      ...store,
      jobs: {
        ...store.jobs,
        completeAndClaim: async (...both) => {
          const next = await store.jobs.completeAndClaim(...both);
          await gate.passed;
          return next;
        }
      }
    };
    const { worker, attempts, told } = workLane(slow, () => Promise.resolve(undefined));
    await jobIn(store, behind, 'active');
    const stopped = worker.stop();
    gate.open();
    await stopped;
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['done']);
    expect(await store.jobs.find(first)).toMatchObject({ state: 'done' });
    expect(await store.jobs.find(behind)).toMatchObject({ state: 'ready', attempts: 0 });
    expect(told.filter(({ what }) => what === 'handedBack')).toMatchObject([{ detail: { count: 1 } }]);
  });

  it('when its answer comes too late, then it is refused, and it works on with what it was given', async () => {
    const [late = 0] = await enqueueSome(store, 1, 'A');
    const gate = createGate();
    const { attempts } = work(store, {
      concurrency: 1,
      run: async (job) => {
        if (job.id === late) await gate.passed;
        return undefined;
      }
    });
    const held = await jobIn(store, late, 'active');
    // Somebody else has answered for it, before the worker's heartbeat could see it.
    await store.jobs.complete({ jobId: late, lane: held.lane, key: held.key, fence: 1 });
    const [behind = 0] = await enqueueSome(store, 1, 'B');
    gate.open();
    await jobIn(store, behind, 'done');
    await until(() => attempts.length === 2);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
  });
});
