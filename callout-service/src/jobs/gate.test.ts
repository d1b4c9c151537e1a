import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { Store } from '../store/port/store.ts';
import { engines, testPlace, type TestPlace } from '../store/test-support/test-store.ts';
import type { Gate } from './gate.ts';
import {
  enqueueSome,
  jobIn,
  LANE,
  numberOf,
  until,
  workLane,
  type WorkedLane
} from './test-support/worked-lane.ts';

/** A gate that the test turns. */
function turnedGate(open: boolean): Gate & { turn(open: boolean): void; listeners: Set<() => void> } {
  const listeners = new Set<() => void>();
  let isOpen = open;
  return {
    listeners,
    isOpen: () => isOpen,
    onOpened(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    turn(next) {
      isOpen = next;
      if (next) for (const listener of listeners) listener();
    }
  };
}

describe.each(engines)('a gate before a lane on %s', (engine) => {
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
    store = await place.open({ retry: { maxAttempts: 2, backoffBaseMs: 1, backoffCeilingMs: 1 } });
  });
  afterEach(async () => {
    await Promise.all(lanes.splice(0).map(({ worker }) => worker.stop()));
    await place.remove();
  });

  it('when it is closed, then no job is claimed; when it opens, then they are done long before the poll', async () => {
    const gate = turnedGate(false);
    let claims = 0;
    const counting: Store = {
      ...store,
      jobs: { ...store.jobs, claim: (request) => ((claims += 1), store.jobs.claim(request)) }
    };
    const { attempts } = work(counting, { gate }, { pollMs: 60_000 });
    await enqueueSome(store, 3);
    await wait(100); // hints of the store have come, and nothing may follow
    expect(claims).toBe(0);
    gate.turn(true);
    await until(() => attempts.length === 3);
    expect(attempts.every(({ outcome, attempt }) => outcome === 'done' && attempt === 1)).toBe(true);
  });

  it('when it closes while a job is done, then no further one is claimed with its acknowledgement', async () => {
    const gate = turnedGate(true);
    const done: number[] = [];
    const { attempts } = work(store, {
      gate,
      concurrency: 1,
      run: (job) => {
        done.push(numberOf(job));
        if (done.length === 2) gate.turn(false);
        return Promise.resolve(undefined);
      }
    });
    await enqueueSome(store, 5, 'A');
    await until(() => attempts.length === 2);
    await wait(50);
    expect(done).toEqual([0, 1]);
    expect((await store.jobs.statistics())[0]).toMatchObject({ active: 0, due: 1, waiting: 2 });
    gate.turn(true);
    await until(() => attempts.length === 5);
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });

  it('when it closes while jobs are being claimed, then they go back as if they had not been', async () => {
    const gate = turnedGate(true);
    const closing: Store = {
      ...store,
      jobs: {
        ...store.jobs,
        async claim(request) {
          const claimed = await store.jobs.claim(request);
          if (claimed.length > 0) gate.turn(false);
          return claimed;
        }
      }
    };
    const [id = 0] = await enqueueSome(store, 1);
    const { attempts, told } = work(closing, { gate });
    await until(() => told.some(({ what }) => what === 'handedBack'));
    expect(await store.jobs.find(id)).toMatchObject({ state: 'ready', attempts: 0, errors: [] });
    expect(attempts).toEqual([]);
  });

  it('when Sage is away for long and each failure closes it, then one attempt is used up and not all of them', async () => {
    const gate = turnedGate(true);
    let away = true;
    const [first = 0, ...others] = await enqueueSome(store, 20);
    work(store, {
      gate,
      concurrency: 1,
      run: () => {
        if (!away) return Promise.resolve(undefined);
        gate.turn(false);
        return Promise.reject(new LedgerBridgeError('LB301', { detail: 'Sage is away.' }));
      }
    });
    await until(async () => ((await store.jobs.find(first))?.errors.length ?? 0) > 0);
    await place.advance(3_600_000);
    await wait(50);
    const states = await Promise.all(others.map((id) => store.jobs.find(id)));
    expect(states.every((job) => job?.attempts === 0)).toBe(true);
    away = false;
    gate.turn(true);
    for (const id of [first, ...others]) await jobIn(store, id, 'done');
  });

  it('when the worker stops, then it no longer listens', async () => {
    const gate = turnedGate(false);
    const { worker } = work(store, { gate, lane: LANE });
    expect(gate.listeners.size).toBe(1);
    await worker.stop();
    expect(gate.listeners.size).toBe(0);
  });
});
