import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGate } from '../../test-support/gate.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { Store } from '../store/port/store.ts';
import { engines, testPlace, type TestPlace } from '../store/test-support/test-store.ts';
import { enqueueSome, jobIn, until, workLane, type WorkedLane } from './test-support/worked-lane.ts';

describe.each(engines)('the lease of a job on %s', (engine) => {
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
    store = await place.open({ retry: { backoffBaseMs: 1, backoffCeilingMs: 1 }, random: () => 0 });
  });
  afterEach(async () => {
    await Promise.all(lanes.splice(0).map(({ worker }) => worker.stop()));
    await place.remove();
  });

  it('when a handler works longer than the lease, then heartbeats keep it', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const gate = createGate();
    // A heartbeat comes three times a lease, so after half a lease a sixth of it is left, a quarter of a second.
    const { attempts } = work(store, () => gate.passed, { leaseMs: 1500 });
    const { leaseUntil } = await jobIn(store, id, 'active');
    for (let step = 0; step < 3; step += 1) {
      const before = (await store.jobs.find(id))?.leaseUntil;
      await place.advance(750);
      await until(async () => (await store.jobs.find(id))?.leaseUntil !== before);
    }
    gate.open();
    await until(() => attempts.length === 1);
    expect(attempts).toMatchObject([{ outcome: 'done', attempt: 1 }]);
    expect(leaseUntil).toBeDefined();
  });

  it('when it was taken by another, then the handler is told to stop and its late answer is refused', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const [late, other] = [createGate(), createGate()];
    const reasons: unknown[] = [];
    let isTaken = false;
    // A heartbeat between the jump of the clock and the reclaim would keep the lease: none arrives there.
    const beaten: Store = {
      ...store,
      jobs: {
        ...store.jobs,
        extend: (leases, ms) => (isTaken ? store.jobs.extend(leases, ms) : Promise.resolve(leases))
      }
    };
    const { attempts, told } = work(
      beaten,
      async (job, { signal }) => {
        if (job.attempt > 1) return other.passed;
        signal.addEventListener('abort', () => reasons.push(signal.reason));
        await late.passed;
        return { commit: (within) => within.cursors.move('sage:A', undefined, 'late') };
      },
      { leaseMs: 3_000 }
    );
    await jobIn(store, id, 'active');
    await place.advance(4_000);
    await (await place.open()).jobs.reclaim('sales-order-out');
    await until(async () => (await store.jobs.find(id))?.attempts === 2);
    isTaken = true;
    await until(() => reasons.length === 1);
    other.open();
    await jobIn(store, id, 'done');
    late.open();
    await until(() => attempts.length === 2);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
    expect(reasons).toMatchObject([{ code: 'LB608' }]);
    expect(told).toContainEqual({ what: 'leaseLost', detail: { lane: 'sales-order-out', because: 'taken' } });
    expect(await store.cursors.find('sage:A')).toBeUndefined();
  });

  it('when it could not be extended here but nobody took the job, then the job is looked up and tried again', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    // As after a standstill of the process: its own time is over, and in the store the lease holds.
    const silent: Store = { ...store, jobs: { ...store.jobs, extend: () => new Promise(() => undefined) } };
    const lookedUp: number[] = [];
    const { attempts } = work(
      silent,
      {
        lookUp: ({ attempt }) => {
          lookedUp.push(attempt);
          return Promise.resolve({ outcome: 'not-done' });
        },
        run: ({ attempt }, { signal }) =>
          attempt > 1
            ? Promise.resolve(undefined)
            : new Promise((_, reject) => {
                signal.addEventListener('abort', () => reject(signal.reason as Error));
              })
      },
      { leaseMs: 300 }
    );
    const { errors } = await jobIn(store, id, 'done');
    expect(errors).toMatchObject([{ code: 'LB608', kind: 'ambiguous' }]);
    await until(() => attempts.length === 2);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['retried', 'done']);
    expect(lookedUp).toEqual([2]);
  });

  it('when a handler is stuck, then its lease runs out in spite of heartbeats, and the job goes on elsewhere', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const stuck = createGate();
    const { told, attempts } = work(
      store,
      { concurrency: 1, run: (job) => (job.attempt === 1 ? stuck.passed : Promise.resolve(undefined)) },
      { leaseMs: 400, timeLimitMs: 100 }
    );
    await jobIn(store, id, 'active');
    await until(() => told.some(({ what }) => what === 'leaseLost'));
    await place.advance(1_000);
    const { errors } = await jobIn(store, id, 'done');
    expect(errors).toMatchObject([{ code: 'LB609', kind: 'ambiguous' }]);
    stuck.open();
    await until(() => attempts.length === 2);
    expect(attempts.map(({ outcome, attempt }) => ({ outcome, attempt }))).toEqual([
      { outcome: 'done', attempt: 2 },
      { outcome: 'refused', attempt: 1 }
    ]);
    expect(told.filter(({ what }) => what === 'abandonedChanged').map(({ detail }) => detail)).toEqual([
      { lane: 'sales-order-out', count: 1 },
      { lane: 'sales-order-out', count: 0 }
    ]);
  });

  it('when the store is away for claims and answers, then the worker goes on once it is back, told once', async () => {
    let away = true;
    let refused = 0;
    const trouble = () => (
      (refused += 1),
      Promise.reject(new LedgerBridgeError('LB602', { detail: 'away' }))
    );
    const flaky: Store = {
      ...store,
      jobs: {
        ...store.jobs,
        claim: (request) => (away ? trouble() : store.jobs.claim(request)),
        completeAndClaim: (...both) => (away ? trouble() : store.jobs.completeAndClaim(...both))
      }
    };
    const [id = 0] = await enqueueSome(store, 1);
    const { attempts, log } = work(flaky, () => {
      away = true;
      return Promise.resolve(undefined);
    });
    await until(() => refused === 2);
    away = false;
    await until(() => away && refused >= 4);
    away = false;
    await jobIn(store, id, 'done');
    await until(() => attempts.length === 1);
    const words = log.map(({ msg }) => msg);
    const begun = words.filter((msg) => msg === 'the store is in trouble; it is tried again').length;
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(3);
    expect(words.filter((msg) => msg === 'the store is well again')).toHaveLength(begun);
    expect(attempts).toMatchObject([{ outcome: 'done', attempt: 1 }]);
  });

  it('when nobody knows whether the acknowledgement was committed, then it is asked again and found to be', async () => {
    let first = true;
    const unsure: Store = {
      ...store,
      jobs: {
        ...store.jobs,
        completeAndClaim: async (...both) => {
          const answer = await store.jobs.completeAndClaim(...both);
          if (!first) return answer;
          first = false;
          throw new LedgerBridgeError('LB607', { detail: 'not known' });
        }
      }
    };
    await enqueueSome(store, 1);
    const { attempts } = work(unsure, () => Promise.resolve(undefined));
    await until(() => attempts.length === 1);
    expect(attempts).toMatchObject([{ outcome: 'done' }]);
  });
});
