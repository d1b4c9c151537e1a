import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGate } from '../../test-support/gate.ts';
import type { Store } from '../store/port/store.ts';
import { engines, testPlace, type TestPlace } from '../store/test-support/test-store.ts';
import { enqueueSome, jobIn, until, workLane } from './test-support/worked-lane.ts';

describe.each(engines)('stopping a worker on %s', (engine) => {
  let place: TestPlace;
  let store: Store;

  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  afterEach(() => place.remove());

  it('when a job runs, then it finishes, and what is behind it is not begun', async () => {
    const [running = 0, behind = 0] = await enqueueSome(store, 2);
    const gate = createGate();
    const { worker, attempts } = workLane(store, { concurrency: 1, run: () => gate.passed });
    await jobIn(store, running, 'active');
    const stopped = worker.stop();
    gate.open();
    await stopped;
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['done']);
    expect(await store.jobs.find(running)).toMatchObject({ state: 'done' });
    expect(await store.jobs.find(behind)).toMatchObject({ state: 'ready', attempts: 0 });
  });

  it('when a handler heeds its signal, then the job is looked up by the next worker', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const { worker } = workLane(
      store,
      (_job, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
      { stopGraceMs: 20 }
    );
    await jobIn(store, id, 'active');
    await worker.stop();
    expect(await store.jobs.find(id)).toMatchObject({
      state: 'ready',
      mustLookUp: true,
      lastErrorCode: 'LB609'
    });
  });

  it('when a handler ignores its signal, then stopping ends all the same and leaves the job to its lease', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const gate = createGate();
    const { worker, attempts, log } = workLane(store, () => gate.passed, { stopGraceMs: 20 });
    await jobIn(store, id, 'active');
    await worker.stop();
    gate.open();
    await until(() => attempts.length === 1);
    expect(attempts).toMatchObject([{ outcome: 'left' }]);
    expect(await store.jobs.find(id)).toMatchObject({ state: 'active' });
    expect(JSON.stringify(log)).toContain('left to their lease');
  });

  it('when jobs are claimed at the moment of stopping, then they go back as if they had not been', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const gate = createGate();
    const slow: Store = {
      ...store,
      jobs: {
        ...store.jobs,
        claim: async (request) => {
          const claimed = await store.jobs.claim(request);
          await gate.passed;
          return claimed;
        }
      }
    };
    const { worker, told } = workLane(slow, () => Promise.reject(new Error('must not run')));
    await jobIn(store, id, 'active');
    const stopped = worker.stop();
    gate.open();
    await stopped;
    expect(await store.jobs.find(id)).toMatchObject({
      state: 'ready',
      attempts: 0,
      mustLookUp: false,
      errors: []
    });
    expect(told).toContainEqual({ what: 'handedBack', detail: { lane: 'sales-order-out', count: 1 } });
  });
});
