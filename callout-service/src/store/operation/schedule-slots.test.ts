import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotsOf } from './schedule-slots.ts';

/** A day on which clocks change, each from 24 hours before until 24 hours after. */
const changes = {
  'Chicago, forward 02:00 to 03:00': ['America/Chicago', '2026-03-08T08:00:00Z'],
  'Chicago, back 02:00 to 01:00': ['America/Chicago', '2026-11-01T07:00:00Z'],
  'Lord Howe, forward 02:00 to 02:30': ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  'Lord Howe, back 02:00 to 01:30': ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  'Kolkata, no change': ['Asia/Kolkata', '2026-03-08T08:00:00Z'],
  'UTC, no change': ['UTC', '2026-11-01T07:00:00Z']
} as const;

function slotsBetween(cron: string, timeZone: string, from: string, to: string): readonly string[] {
  const slots = slotsOf({ cron, timeZone });
  const found: string[] = [];
  for (let slot = slots.after(Date.parse(from)); slot !== undefined; slot = slots.after(slot)) {
    if (slot > Date.parse(to)) break;
    found.push(new Date(slot).toISOString().slice(0, 16));
  }
  return found;
}

describe('slots when clocks change', () => {
  // Written by hand from the zones' rules, with the wall clock beside each.
  const table: readonly (readonly [
    cron: string,
    timeZone: string,
    from: string,
    to: string,
    slots: readonly string[]
  ])[] = [
    // Chicago forward: 02:30 is passed over, so its slot is 03:00 CDT, the first moment after.
    [
      '30 2 * * *',
      'America/Chicago',
      '2026-03-07T06:00Z',
      '2026-03-09T18:00Z',
      ['2026-03-07T08:30', '2026-03-08T08:00', '2026-03-09T07:30']
    ],
    [
      '30 2,14 * * *',
      'America/Chicago',
      '2026-03-08T06:00Z',
      '2026-03-08T23:00Z',
      ['2026-03-08T08:00', '2026-03-08T19:30']
    ],
    ['0,30 2 * * *', 'America/Chicago', '2026-03-08T06:00Z', '2026-03-08T23:00Z', ['2026-03-08T08:00']],
    // Chicago back: 01:30 comes twice; the first, in CDT, is the slot.
    [
      '30 1 * * *',
      'America/Chicago',
      '2026-10-31T05:00Z',
      '2026-11-02T18:00Z',
      ['2026-10-31T06:30', '2026-11-01T06:30', '2026-11-02T07:30']
    ],
    [
      '0,30 1 * * *',
      'America/Chicago',
      '2026-11-01T05:00Z',
      '2026-11-01T18:00Z',
      ['2026-11-01T06:00', '2026-11-01T06:30']
    ],
    // Every quarter and every hour go on in real time through both.
    [
      '*/15 * * * *',
      'America/Chicago',
      '2026-03-08T07:30Z',
      '2026-03-08T08:30Z',
      ['2026-03-08T07:45', '2026-03-08T08:00', '2026-03-08T08:15', '2026-03-08T08:30']
    ],
    [
      '*/15 * * * *',
      'America/Chicago',
      '2026-11-01T06:30Z',
      '2026-11-01T08:00Z',
      [
        '2026-11-01T06:45',
        '2026-11-01T07:00',
        '2026-11-01T07:15',
        '2026-11-01T07:30',
        '2026-11-01T07:45',
        '2026-11-01T08:00'
      ]
    ],
    [
      '0 * * * *',
      'America/Chicago',
      '2026-03-08T06:30Z',
      '2026-03-08T09:30Z',
      ['2026-03-08T07:00', '2026-03-08T08:00', '2026-03-08T09:00']
    ],
    [
      '0 * * * *',
      'America/Chicago',
      '2026-11-01T05:30Z',
      '2026-11-01T08:30Z',
      ['2026-11-01T06:00', '2026-11-01T07:00', '2026-11-01T08:00']
    ],
    // Lord Howe forward by half an hour: 02:15 is passed over, 02:30 +11 is the first moment after; 02:30 is there.
    [
      '15 2 * * *',
      'Australia/Lord_Howe',
      '2026-10-02T12:00Z',
      '2026-10-04T18:00Z',
      ['2026-10-02T15:45', '2026-10-03T15:30', '2026-10-04T15:15']
    ],
    [
      '30 2 * * *',
      'Australia/Lord_Howe',
      '2026-10-02T12:00Z',
      '2026-10-04T18:00Z',
      ['2026-10-02T16:00', '2026-10-03T15:30', '2026-10-04T15:30']
    ],
    // Lord Howe back by half an hour: 01:45 comes twice, 01:15 once.
    [
      '45 1 * * *',
      'Australia/Lord_Howe',
      '2026-04-03T12:00Z',
      '2026-04-05T18:00Z',
      ['2026-04-03T14:45', '2026-04-04T14:45', '2026-04-05T15:15']
    ],
    [
      '15 1 * * *',
      'Australia/Lord_Howe',
      '2026-04-03T12:00Z',
      '2026-04-05T18:00Z',
      ['2026-04-03T14:15', '2026-04-04T14:15', '2026-04-05T14:45']
    ],
    [
      '*/15 * * * *',
      'Australia/Lord_Howe',
      '2026-10-03T15:00Z',
      '2026-10-03T16:00Z',
      ['2026-10-03T15:15', '2026-10-03T15:30', '2026-10-03T15:45', '2026-10-03T16:00']
    ],
    [
      '*/15 * * * *',
      'Australia/Lord_Howe',
      '2026-04-04T14:30Z',
      '2026-04-04T15:30Z',
      ['2026-04-04T14:45', '2026-04-04T15:00', '2026-04-04T15:15', '2026-04-04T15:30']
    ],
    // An hourly slot at the full hour of the wall clock: 02:00 is passed over going forward, and comes once going back.
    [
      '0 * * * *',
      'Australia/Lord_Howe',
      '2026-10-03T14:00Z',
      '2026-10-03T17:00Z',
      ['2026-10-03T14:30', '2026-10-03T16:00', '2026-10-03T17:00']
    ],
    [
      '0 * * * *',
      'Australia/Lord_Howe',
      '2026-04-04T13:30Z',
      '2026-04-04T16:30Z',
      ['2026-04-04T14:00', '2026-04-04T15:30', '2026-04-04T16:30']
    ],
    [
      '30 2 * * *',
      'Asia/Kolkata',
      '2026-03-07T12:00Z',
      '2026-03-09T12:00Z',
      ['2026-03-07T21:00', '2026-03-08T21:00']
    ],
    [
      '0 * * * *',
      'Asia/Kolkata',
      '2026-03-07T12:00Z',
      '2026-03-07T14:00Z',
      ['2026-03-07T12:30', '2026-03-07T13:30']
    ],
    ['30 2 * * *', 'UTC', '2026-03-07T12:00Z', '2026-03-09T12:00Z', ['2026-03-08T02:30', '2026-03-09T02:30']]
  ];
  it.each(table)(
    'when %j in %s is asked from %s to %s, then the slots are %j',
    (cron, timeZone, from, to, slots) => {
      expect(slotsBetween(cron, timeZone, from, to)).toEqual(slots);
    }
  );

  // A slot must not depend on when somebody looked for it.
  it.each(Object.entries(changes))(
    'when %s, then every look finds the same slots',
    (_change, [timeZone, at]) => {
      const window = 4 * 3_600_000;
      const field = fc.constantFrom('0', '15', '45', '*/15', '*/7', '0,30', '10-20', '*');
      const hour = fc.constantFrom('*', '*/2', '1', '2', '3', '1-3', '1,2', '2,14');
      fc.assert(
        fc.property(field, hour, fc.integer({ min: -window, max: window }), (minutes, hours, offset) => {
          const slots = slotsOf({ cron: `${minutes} ${hours} * * *`, timeZone });
          const look = Date.parse(at) + offset;
          const next = slots.after(look) ?? 0;
          const fromBefore = slots.after(look - window) ?? 0;
          const { latest } = slots.passed(fromBefore, look);
          // What has passed and what comes next meet: nothing lies between them, and nothing is in both.
          if (fromBefore <= look) expect(latest).toBeLessThanOrEqual(look);
          expect(next).toBeGreaterThan(look);
          if (fromBefore <= look) expect(slots.after(latest)).toBe(next);
        }),
        { numRuns: 60 }
      );
    }
  );

  it('when more slots passed than are counted, then the last one is found all the same', () => {
    const slots = slotsOf({ cron: '* * * * *', timeZone: 'America/Chicago' });
    const first = Date.parse('2026-01-01T00:00:00Z');
    for (const ms of [0, 1, 59_999]) {
      const passed = slots.passed(first, Date.parse('2026-12-01T12:34:00Z') + ms);
      expect(passed).toEqual({ latest: Date.parse('2026-12-01T12:34:00Z'), before: 1_000 });
    }
  });

  it('when a slot is stored that the rules of today do not have, then it is not moved back', () => {
    const slots = slotsOf({ cron: '30 3 * * *', timeZone: 'UTC' });
    const stored = Date.parse('2026-01-02T02:30:00Z');
    expect(slots.passed(stored, stored + 1)).toEqual({ latest: stored, before: 0 });
  });
});
