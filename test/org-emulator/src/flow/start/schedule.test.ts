import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowSchedule, nextRun } from './schedule.ts';

const zone = 'America/New_York';
const daily: FlowSchedule = { frequency: 'Daily', startsAt: '2026-03-01T02:30:00' };

function next(schedule: FlowSchedule, after: string): string | undefined {
  return nextRun(schedule, new Date(after), zone)?.toISOString();
}

describe('schedules of flows', () => {
  it.each([
    ['before the start', '2026-02-01T00:00:00Z', '2026-03-01T07:30:00.000Z'],
    ['at a run, the one after it', '2026-03-01T07:30:00Z', '2026-03-02T07:30:00.000Z'],
    ['after the clocks changed', '2026-03-20T12:00:00Z', '2026-03-21T06:30:00.000Z']
  ])('when it is %s, then the wall clock of the org counts', (_when, after, expected) => {
    expect(next(daily, after)).toBe(expected);
  });

  it('when a flow runs once and that is past, then it never runs again', () => {
    expect(next({ ...daily, frequency: 'Once' }, '2026-03-02T00:00:00Z')).toBeUndefined();
  });

  it('when any moment is asked about, then the next run is after it and within a period', () => {
    const moment = fc.date({ min: new Date('2026-03-02'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom<[FlowSchedule['frequency'], number]>(['Daily', 1], ['Weekly', 7]),
        (at, [frequency, days]) => {
          const run = nextRun({ ...daily, frequency }, at, zone);
          const hours = ((run?.getTime() ?? 0) - at.getTime()) / 3_600_000;
          return hours > 0 && hours <= days * 24 + 1;
        }
      )
    );
  });
});
