import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createSageDay } from './sage-day.ts';

const at = (text: string) => DateTime.fromISO(text, { zone: 'utc' }) as DateTime<true>;

describe('the day at the Sage server', () => {
  it('when midnight passes there, then it is the next day', () => {
    const sageDay = createSageDay('America/Los_Angeles');
    expect(sageDay(at('2026-11-22T07:59:59.999Z'))).toBe('2026-11-21');
    expect(sageDay(at('2026-11-22T08:00:00.000Z'))).toBe('2026-11-22');
    expect(sageDay(at('2026-11-22T07:59:59.999Z'))).toBe('2026-11-21');
  });

  it('for any moments one after the other, it is the day that the calendar of the time zone says', () => {
    const zone = fc.constantFrom(
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
      'Pacific/Apia'
    );
    const millis = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });
    const steps = fc.array(fc.integer({ min: -90_000, max: 90_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(zone, millis, steps, (timeZone, begin, moves) => {
        const sageDay = createSageDay(timeZone);
        let now = begin;
        for (const move of [0, ...moves]) {
          now += move;
          const moment = DateTime.fromMillis(now, { zone: 'utc' }) as DateTime<true>;
          expect(sageDay(moment)).toBe(moment.setZone(timeZone).toFormat('yyyy-MM-dd'));
        }
      })
    );
  });
});
