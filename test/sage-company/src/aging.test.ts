import { describe, expect, it } from 'vitest';
import { ageBalances, agingBucket } from './aging.ts';
import { addDays, daysBetween } from './calendar.ts';
import { formatCents, parseCents, tenthsOfPercent } from './money.ts';

describe('aging', () => {
  it.each([
    [-3, 0],
    [0, 0],
    [30, 0],
    [31, 1],
    [60, 1],
    [61, 2],
    [90, 2],
    [91, 3],
    [120, 3],
    [121, 4]
  ])('when a document is %i days old, then it is in bucket %i', (ageDays, bucket) => {
    expect(agingBucket(ageDays)).toBe(bucket);
  });

  it('adds balances up by age, credits too', () => {
    const invoices = [
      { invoiceDate: '2026-01-31', balance: 1_000 },
      { invoiceDate: '2026-01-01', balance: -250 },
      { invoiceDate: '2025-12-31', balance: 7 }
    ];
    expect(ageBalances(invoices, '2026-01-31')).toEqual([750, 7, 0, 0, 0]);
  });
});

describe('days', () => {
  it('are counted over the turn of the year and over summer time', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  });
});

describe('cents', () => {
  it.each(['0.00', '-0.05', '-1222.58', '99999999999.99'])('read and write %s', (amount) => {
    expect(formatCents(parseCents(amount))).toBe(amount);
  });

  it('round a percentage half up', () => {
    expect(tenthsOfPercent(100, 55)).toBe(6);
    expect(tenthsOfPercent(90, 55)).toBe(5);
  });
});
