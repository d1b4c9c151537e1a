import { describe, expect, it } from 'vitest';
import type { JobFailure } from '../port/job.ts';
import { engines } from '../test-support/test-store.ts';
import { backoffMs } from './backoff.ts';
import { ambiguous, laneOf, sharedPlace, transient } from './test-support/lane-of-jobs.ts';

const policy = { maxAttempts: 10, backoffBaseMs: 1_000, backoffCeilingMs: 60_000 };

describe('the time before the next attempt', () => {
  it.each([
    // attempt, from random 0, 0.25, 0.5, and the most there is
    [1, 0, 250, 500, 999],
    [2, 0, 500, 1_000, 1_999],
    [3, 0, 1_000, 2_000, 3_999],
    [4, 0, 2_000, 4_000, 7_999],
    [5, 0, 4_000, 8_000, 15_999],
    [6, 0, 8_000, 16_000, 31_999],
    [7, 0, 15_000, 30_000, 59_999],
    [8, 0, 15_000, 30_000, 59_999],
    [2_000, 0, 15_000, 30_000, 59_999]
  ])('when attempt %i failed, then it is %i, %i, %i or %i ms by chance', (attempt, ...expected) => {
    const waits = [0, 0.25, 0.5, 1 - Number.EPSILON].map((chance) =>
      backoffMs(attempt, policy, { random: () => chance, retryAfterMs: undefined })
    );
    expect(waits).toEqual(expected);
  });

  it('when the target asks for more, then it gets that, and never less than the backoff', () => {
    const wait = (retryAfterMs: number) => backoffMs(3, policy, { random: () => 0.5, retryAfterMs });
    expect([wait(1), wait(1_999.5), wait(2_000.5), wait(90_000)]).toEqual([2_000, 2_000, 2_001, 90_000]);
  });
});

describe.each(engines)('jobs that failed on %s', (engine) => {
  const shared = sharedPlace(engine, { retry: policy, random: () => 0.5 });

  /** Lets an attempt fail, and tells how long the job must wait then: exactly on SQLite, within the call on PostgreSQL. */
  const waitAfter = async (lane: ReturnType<typeof laneOf>, failure: JobFailure) => {
    const { lease } = await lane.claimOne();
    const before = await shared.place.now();
    const { runAt = '' } = await shared.store.jobs.fail(lease, failure);
    const after = await shared.place.now();
    return { least: Date.parse(runAt) - after, most: Date.parse(runAt) - before };
  };

  it('when attempts fail one after the other, then the job comes at the times of the table and not before', async () => {
    const lane = laneOf(shared.store);
    await lane.enqueue(1, { key: 'k' });
    for (const expected of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]) {
      const { least, most } = await waitAfter(lane, expected === 2_000 ? ambiguous : transient);
      expect(least).toBeLessThanOrEqual(expected);
      expect(most).toBeGreaterThanOrEqual(expected);
      if (engine === 'sqlite') {
        await shared.place.advance(expected - 1);
        expect(await lane.claim()).toEqual([]);
      }
      await shared.place.advance(engine === 'sqlite' ? 1 : expected);
    }
    const { lease, attempt } = await lane.claimOne();
    expect(attempt).toBe(10);
    expect(await shared.store.jobs.fail(lease, transient)).toEqual({ state: 'dead', runAt: undefined });
  });

  it('when the job waits, then it is not claimed, and the lane says when it is due', async () => {
    const lane = laneOf(shared.store);
    const { id } = await lane.enqueue(1);
    await waitAfter(lane, { ...transient, retryAfterMs: 600_000 });
    expect(await lane.claim()).toEqual([]);
    const { runAt } = (await shared.store.jobs.find(id)) ?? {};
    expect(await shared.store.jobs.nextDueAt(lane.lane)).toBe(runAt);
    await shared.place.advance(600_000);
    expect(await lane.claim()).toMatchObject([{ id, attempt: 2, mustLookUp: false }]);
    expect(await shared.store.jobs.nextDueAt(lane.lane)).toBeUndefined();
  });

  it('when the target asks for a time, then the job waits that long', async () => {
    const lane = laneOf(shared.store);
    await lane.enqueue(1);
    const { least, most } = await waitAfter(lane, { ...transient, retryAfterMs: 123_456 });
    expect(least).toBeLessThanOrEqual(123_456);
    expect(most).toBeGreaterThanOrEqual(123_456);
  });

  it('when the clock jumps back meanwhile, then the job comes later by that much', async () => {
    const lane = laneOf(shared.store);
    await lane.enqueue(1);
    await waitAfter(lane, { ...transient, retryAfterMs: 60_000 });
    await shared.place.advance(-60_000);
    await shared.place.advance(60_000);
    expect(await lane.claim()).toEqual([]);
    await shared.place.advance(60_000);
    expect(await lane.claim()).toHaveLength(1);
  });
});
