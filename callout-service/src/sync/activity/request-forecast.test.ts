import { describe, expect, it } from 'vitest';
import { forecastRequests, withSample } from './request-forecast.ts';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const HOUR = 3_600_000;
const forecast = (samples: readonly (readonly [number, number])[], usable = 90_000) =>
  forecastRequests({
    samples: samples.map(([hoursAgo, used]) => ({ at: NOW - hoursAgo * HOUR, used })),
    now: NOW,
    until: NOW + 10 * HOUR,
    usable
  });

describe('the forecast of requests', () => {
  it('when they rise, then it goes on with their rate to the end of the day', () => {
    const expected = { at: '2026-11-22T22:00:00.000Z', used: 42_000, perHour: 2_000, usedUpAt: undefined };
    expect(
      forecast([
        [1, 20_000],
        [0, 22_000]
      ])
    ).toEqual(expected);
  });

  it('when those that are not kept for people end before, then it says when', () => {
    expect(
      forecast(
        [
          [1, 20_000],
          [0, 22_000]
        ],
        30_000
      )
    ).toMatchObject({ usedUpAt: '2026-11-22T16:00:00.000Z' });
    expect(
      forecast(
        [
          [1, 20_000],
          [0, 22_000]
        ],
        21_000
      )
    ).toMatchObject({ usedUpAt: '2026-11-22T12:00:00.000Z' });
  });

  it('when more fall out of the last 24 hours than come, then it falls, never below nothing', () => {
    expect(
      forecast([
        [1, 1_000],
        [0, 500]
      ])
    ).toMatchObject({ used: 0, perHour: -500, usedUpAt: undefined });
  });

  it('when less than ten minutes were seen, then there is none', () => {
    expect(forecast([])).toBeUndefined();
    expect(
      forecast([
        [0.1, 1],
        [0, 2]
      ])
    ).toBeUndefined();
  });

  it('when a sample is added, then those of more than three hours ago go', () => {
    const samples = [1, 2, 3.5].map((hoursAgo) => ({ at: NOW - hoursAgo * HOUR, used: 1 })).toReversed();
    expect(withSample(samples, { at: NOW, used: 2 })).toHaveLength(3);
  });
});
