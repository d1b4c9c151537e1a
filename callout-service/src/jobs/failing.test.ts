import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { Store } from '../store/port/store.ts';
import { engines, testPlace, type TestPlace } from '../store/test-support/test-store.ts';
import { enqueueSome, jobIn, LANE, until, workLane, type WorkedLane } from './test-support/worked-lane.ts';

describe.each(engines)('when a handler fails on %s', (engine) => {
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
    store = await place.open({
      retry: { backoffBaseMs: 1, backoffCeilingMs: 1, maxAttempts: 3 },
      random: () => 0
    });
  });
  afterEach(async () => {
    await Promise.all(lanes.splice(0).map(({ worker }) => worker.stop()));
    await place.remove();
  });

  it('transiently, then it is tried again until its attempts are used up', async () => {
    const [id = 0] = await enqueueSome(store, 1, 'A');
    const { attempts } = work(store, () =>
      Promise.reject(
        new LedgerBridgeError('LB302', { detail: 'Sage did not answer.', subject: 'AR_Customer 01-ABF' })
      )
    );
    const { errors } = await jobIn(store, id, 'dead');
    expect(errors.map(({ attempt, code, kind, message }) => ({ attempt, code, kind, message }))).toEqual(
      [1, 2, 3].map((attempt) => ({
        attempt,
        code: 'LB302',
        kind: 'transient',
        message: 'Sage did not answer.'
      }))
    );
    await until(() => attempts.length === 3);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['retried', 'retried', 'dead']);
  });

  it('permanently, then it is dead at once and holds up its key', async () => {
    const [id = 0, behind = 0] = await enqueueSome(store, 2, 'A');
    work(store, () =>
      Promise.reject(new LedgerBridgeError('LB401', { detail: 'There is no such customer.' }))
    );
    expect(await jobIn(store, id, 'dead')).toMatchObject({ attempts: 1, heldUp: 1, lastErrorCode: 'LB401' });
    expect(await store.jobs.find(behind)).toMatchObject({ state: 'waiting' });
  });

  it('for fields at fault, then each is kept with its value and what would be right, and none of it is logged', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const fault = {
      code: 'LB404',
      field: 'lines[0].warehouseCode',
      value: 'Hidden Valley',
      problem: 'Sage has no such warehouse.',
      fix: 'Choose one of 000, 001.'
    } as const;
    const { attempts, log } = work(store, () =>
      Promise.reject(new LedgerBridgeError('LB523', { detail: 'One field is at fault.', faults: [fault] }))
    );
    const { errors } = await jobIn(store, id, 'dead');
    expect(errors.at(-1)?.message).toBe(
      'One field is at fault.\nlines[0].warehouseCode: "Hidden Valley" (LB404). Sage has no such warehouse. Choose one of 000, 001.'
    );
    await until(() => attempts.length === 1);
    expect(JSON.stringify(log)).not.toContain('Hidden Valley');
  });

  it('with an error nobody foresaw, then it is looked up, and its words stand in the log alone', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const asked: string[] = [];
    const { attempts, log } = work(store, {
      run: () => {
        asked.push('run');
        return Promise.reject(new TypeError('American Business Futures is undefined'));
      },
      lookUp: () => {
        asked.push('look up');
        return Promise.resolve({ outcome: 'done' });
      }
    });
    const { errors } = await jobIn(store, id, 'done');
    expect(errors).toMatchObject([{ code: 'LB901', kind: 'ambiguous' }]);
    expect(JSON.stringify(errors)).not.toContain('American');
    await until(() => attempts.length === 2);
    expect(asked).toEqual(['run', 'look up']);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['retried', 'found']);
    expect(JSON.stringify(log)).toContain('is undefined');
  });

  it('ambiguously and nothing was done, then it runs again after the look-up', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const asked: string[] = [];
    work(store, {
      run: () => {
        asked.push('run');
        if (asked.length === 1)
          return Promise.reject(new LedgerBridgeError('LB512', { detail: 'Not known.' }));
        return Promise.resolve(undefined);
      },
      lookUp: () => {
        asked.push('look up');
        return Promise.resolve({ outcome: 'not-done' });
      }
    });
    await jobIn(store, id, 'done');
    expect(asked).toEqual(['run', 'look up', 'run']);
  });

  it('with a wish to be left alone, then it is not tried before', async () => {
    const [id = 0] = await enqueueSome(store, 1);
    const { attempts } = work(store, () =>
      Promise.reject(new LedgerBridgeError('LB302', { detail: 'Not now.', retryAfterMs: 3_600_000 }))
    );
    await until(() => attempts.length === 1);
    const job = await store.jobs.find(id);
    expect(Date.parse(job?.runAt ?? '')).toBeGreaterThan((await place.now()) + 3_000_000);
    const [lane] = await store.jobs.statistics();
    expect(lane).toMatchObject({ lane: LANE, later: 1, due: 0 });
  });
});
