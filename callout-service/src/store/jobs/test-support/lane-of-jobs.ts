import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { ClaimedJob, JobState, NewJob } from '../../port/job.ts';
import type { Store } from '../../port/store.ts';
import {
  testPlace,
  type Engine,
  type TestPlace,
  type TestStoreOptions
} from '../../test-support/test-store.ts';

/** Longer than any test runs and than any test moves the clock by the way. */
const LONG_MS = 3_600_000;

/** One place for all tests of a file; each test has a lane of its own in it. */
export interface SharedPlace {
  readonly place: TestPlace;
  readonly store: Store;
}

/** Opens the place before the tests of the block, and removes it afterwards. */
export function sharedPlace(engine: Engine, options?: TestStoreOptions): SharedPlace {
  let place: TestPlace | undefined;
  let store: Store | undefined;
  const opened = <T>(part: T | undefined): T => {
    if (part === undefined)
      throw new Error('The place is opened before the tests, not while they are listed');
    return part;
  };
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open(options);
  });
  afterAll(() => place?.remove());
  return {
    get place() {
      return opened(place);
    },
    get store() {
      return opened(store);
    }
  };
}

/** A lane that nobody else uses, and the short words that tests say about it. */
export function laneOf(store: Store, lane = `lane-${randomUUID()}`) {
  const { jobs } = store;
  const claim = (limit = 100, leaseMs = LONG_MS) => jobs.claim({ lane, limit, worker: 'test', leaseMs });
  return {
    lane,
    claim,
    enqueue: (payload: unknown, more: Partial<NewJob> = {}) => jobs.enqueue({ lane, payload, ...more }),
    enqueueAll: (payloads: readonly unknown[], more: Partial<NewJob> = {}) =>
      jobs.enqueueAll(payloads.map((payload) => ({ lane, payload, ...more }))),
    claimOne: async (leaseMs = LONG_MS): Promise<ClaimedJob> => {
      const [job] = await claim(1, leaseMs);
      if (job === undefined) throw new Error('No job of the lane is due');
      return job;
    },
    /** Completes everything as it comes; what was done, in that order. */
    workOff: async (): Promise<readonly unknown[]> => {
      const done: unknown[] = [];
      for (let batch = await claim(); batch.length > 0; batch = await claim()) {
        for (const { lease, payload } of batch) {
          await jobs.complete(lease);
          done.push(payload);
        }
      }
      return done;
    },
    states: async (): Promise<readonly JobState[]> =>
      (await jobs.list({ lane, limit: 500 })).map(({ state }) => state)
  };
}

export const transient = { kind: 'transient', code: 'LB602', message: 'It did not answer.' } as const;
export const permanent = { kind: 'permanent', code: 'LB616', message: 'It was refused.' } as const;
export const ambiguous = { kind: 'ambiguous', code: 'LB607', message: 'Nobody knows.' } as const;
