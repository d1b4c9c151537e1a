import { describe, expect, it } from 'vitest';
import { AvailabilityRecord } from './availability-record.ts';

const START = Date.parse('2026-11-22T08:00:00.000Z');
const MINUTE = 60_000;
const at = (minutes: number) => START + minutes * MINUTE;
const iso = (minutes: number) => new Date(at(minutes)).toISOString();

describe('the record of availability', () => {
  it('when the system was always there, then it says since when that is known', () => {
    const record = new AvailabilityRecord(START);
    record.saw({ up: true }, at(1));
    expect(record.view(at(60))).toEqual({ since: iso(0), outages: [], upPercent: 100 });
  });

  it('when it is down, then the outage begins when the gate says, and lasts until it is seen again', () => {
    const record = new AvailabilityRecord(START);
    record.saw({ up: false, since: iso(10), because: 'LB301' }, at(11));
    record.saw({ up: false, since: iso(10), because: 'LB301' }, at(12));
    const outage = { from: iso(10), because: 'LB301' };
    expect(record.view(at(20))).toMatchObject({ outages: [{ ...outage, to: undefined }], upPercent: 50 });
    record.saw({ up: true }, at(20));
    expect(record.view(at(40))).toMatchObject({ outages: [{ ...outage, to: iso(20) }], upPercent: 75 });
  });

  it('when an outage is more than a day ago, then it is forgotten; one that lasts is cut at the day', () => {
    const record = new AvailabilityRecord(START);
    record.saw({ up: false }, at(0));
    expect(record.view(at(1_441))).toMatchObject({
      since: iso(1),
      outages: [{ from: iso(1), to: undefined }],
      upPercent: 0
    });
    record.saw({ up: true }, at(5));
    record.saw({ up: true }, at(1_500));
    expect(record.view(at(1_500))).toMatchObject({ outages: [], upPercent: 100 });
  });

  it('when it comes and goes all day, then the last hundred outages are kept', () => {
    const record = new AvailabilityRecord(START);
    for (let minute = 0; minute < 300; minute += 1) record.saw({ up: minute % 2 === 0 }, at(minute));
    expect(record.view(at(300)).outages).toHaveLength(100);
  });
});
