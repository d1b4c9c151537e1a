import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalHours, secondsOfDay } from './decimal-hours.ts';
import { SageClock } from './sage-clock.ts';

describe('decimal hours', () => {
  it.each([
    ['15.50000', 55_800],
    ['0.00000', 0],
    ['23.99972', 86_399],
    ['24.00000', 86_400],
    ['9', 32_400]
  ])('%s is second %i of the day', (text, seconds) => {
    expect(secondsOfDay(text)).toBe(seconds);
  });

  it.each(['', '   ', 'noon', '25.00000', '-1.00000', '24.10000', '1e1'])(
    '"%s" is no time of day',
    (text) => {
      expect(secondsOfDay(text)).toBeNull();
    }
  );

  it('for any second of a day, five digits after the point bring it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(secondsOfDay(decimalHours(seconds))).toBe(seconds);
      })
    );
  });
});

describe('the clock of the Sage server', () => {
  it.each([
    ['America/Denver', '2026-01-15', '15.50000', '2026-01-15T22:30:00.000Z'],
    ['America/Denver', '2026-07-15', '15.50000', '2026-07-15T21:30:00.000Z'],
    ['Europe/Berlin', '2026-07-15', '0.50000', '2026-07-14T22:30:00.000Z'],
    ['America/Denver', '2026-01-15', '', '2026-01-15T07:00:00.000Z'],
    ['America/Denver', '2026-01-15', '24.00000', '2026-01-16T07:00:00.000Z']
  ])('in %s, %s at %s hours is %s', (zone, day, hours, moment) => {
    expect(new SageClock(zone).moment(day, hours)).toBe(moment);
  });

  it.each([
    ['before the gap', 'America/Denver', '2026-03-08', '1.99972', '2026-03-08T08:59:59.000Z'],
    ['in the gap', 'America/Denver', '2026-03-08', '2.50000', '2026-03-08T09:30:00.000Z'],
    ['behind the gap', 'America/Denver', '2026-03-08', '3.00000', '2026-03-08T09:00:00.000Z'],
    ['in the gap', 'Europe/Berlin', '2026-03-29', '2.50000', '2026-03-29T01:30:00.000Z'],
    [
      'before the hour that comes twice',
      'America/Denver',
      '2026-11-01',
      '0.50000',
      '2026-11-01T06:30:00.000Z'
    ],
    [
      'in the hour that comes twice, the first',
      'America/Denver',
      '2026-11-01',
      '1.50000',
      '2026-11-01T07:30:00.000Z'
    ],
    [
      'behind the hour that comes twice',
      'America/Denver',
      '2026-11-01',
      '2.00000',
      '2026-11-01T09:00:00.000Z'
    ],
    [
      'in the hour that comes twice, the first',
      'Europe/Berlin',
      '2026-10-25',
      '2.50000',
      '2026-10-25T00:30:00.000Z'
    ]
  ])('%s (%s, %s at %s) it is %s', (_when, zone, day, hours, moment) => {
    expect(new SageClock(zone).moment(day, hours)).toBe(moment);
  });

  it('for any moment outside the changes of the clocks, writing and reading bring it back to the second', () => {
    const clock = new SageClock('America/Denver');
    const seconds = fc.integer({ min: Date.UTC(2026, 3, 1) / 1000, max: Date.UTC(2026, 9, 30) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const moment = new Date(second * 1000).toISOString();
        // Mountain daylight time is six hours behind.
        const local = new Date((second - 6 * 3600) * 1000).toISOString();
        const secondOfDay = (second - 6 * 3600) % 86_400;
        expect(clock.moment(local.slice(0, 10), decimalHours(secondOfDay))).toBe(moment);
        expect(clock.day(moment)).toBe(local.slice(0, 10));
      })
    );
  });

  it('without a day there is no moment, and without a readable time the day lasts to its end for a change', () => {
    const clock = new SageClock('Europe/Berlin');
    expect(clock.moment(null, '5.00000')).toBeNull();
    expect(clock.latestMoment('2026-07-15', '')).toBe('2026-07-15T22:00:00.000Z');
    expect(clock.latestMoment('2026-07-15', '1.00000')).toBe('2026-07-14T23:00:00.000Z');
  });

  it.each([
    [
      'in the hour that comes twice, the second',
      'America/Denver',
      '2026-11-01',
      '1.50000',
      '2026-11-01T08:30:00.000Z'
    ],
    [
      'in the hour that comes twice, the second',
      'Europe/Berlin',
      '2026-10-25',
      '2.50000',
      '2026-10-25T01:30:00.000Z'
    ],
    ['in the gap', 'America/Denver', '2026-03-08', '2.50000', '2026-03-08T09:30:00.000Z'],
    ['behind it', 'America/Denver', '2026-11-01', '2.00000', '2026-11-01T09:00:00.000Z']
  ])('%s (%s, %s at %s) a change may be as late as %s', (_when, zone, day, hours, moment) => {
    expect(new SageClock(zone).latestMoment(day, hours)).toBe(moment);
  });

  it('an unknown zone is refused', () => {
    expect(() => new SageClock('America/Nowhere')).toThrow(RangeError);
  });
});
