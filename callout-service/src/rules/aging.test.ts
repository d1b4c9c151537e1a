import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computedAging, storedAging } from './aging.ts';

const bucketDays = [30, 60, 90, 120] as const;
const byInvoiceDate = { basis: 'invoice-date', bucketDays } as const;
const byDueDate = { basis: 'due-date', bucketDays } as const;
const today = '2026-06-30';

describe('storedAging', () => {
  it("gives Sage's columns with the ranges of the configured days", () => {
    const customer = {
      currentBalance: '3252.38',
      agingCategories: ['1222.58', '1257.40', '0.00', '0.00'],
      lastAgingDate: '2026-05-31'
    } as const;
    expect(storedAging(customer, bucketDays)).toEqual({
      asOf: '2026-05-31',
      buckets: [
        { toDays: 30, amount: '3252.38' },
        { fromDays: 31, toDays: 60, amount: '1222.58' },
        { fromDays: 61, toDays: 90, amount: '1257.40' },
        { fromDays: 91, toDays: 120, amount: '0.00' },
        { fromDays: 121, amount: '0.00' }
      ],
      total: '5732.36'
    });
  });

  it('when aging was never run, then it has no day', () => {
    const customer = { currentBalance: '0.00', agingCategories: ['0.00', '0.00', '0.00', '0.00'] } as const;
    expect(storedAging({ ...customer, lastAgingDate: null }, bucketDays)).not.toHaveProperty('asOf');
  });
});

describe('computedAging', () => {
  it.each([
    { invoiceDate: '2026-07-15', bucket: 0, why: 'dated ahead' },
    { invoiceDate: '2026-06-30', bucket: 0, why: 'of today' },
    { invoiceDate: '2026-05-31', bucket: 0, why: '30 days old' },
    { invoiceDate: '2026-05-30', bucket: 1, why: '31 days old' },
    { invoiceDate: '2026-05-01', bucket: 1, why: '60 days old' },
    { invoiceDate: '2026-04-30', bucket: 2, why: '61 days old' },
    { invoiceDate: '2026-03-02', bucket: 3, why: '120 days old, over the end of March' },
    { invoiceDate: '2026-03-01', bucket: 4, why: '121 days old' },
    { invoiceDate: null, bucket: 0, why: 'without a date' }
  ])('when an invoice is $why, then it falls into bucket $bucket', ({ invoiceDate, bucket }) => {
    const { buckets } = computedAging(
      [{ invoiceDate, dueDate: null, balance: '10.00' }],
      byInvoiceDate,
      today
    );
    expect(buckets.map(({ amount }) => amount).indexOf('10.00')).toBe(bucket);
  });

  it('when aging goes by due date, then the due date decides, and the invoice date where there is none', () => {
    const invoices = [
      { invoiceDate: '2026-01-01', dueDate: '2026-06-15', balance: '1.00' },
      { invoiceDate: '2026-01-01', dueDate: null, balance: '2.00' }
    ];
    const amounts = computedAging(invoices, byDueDate, today).buckets.map(({ amount }) => amount);
    expect(amounts).toEqual(['1.00', '0.00', '0.00', '0.00', '2.00']);
  });

  it('when prepayments and credit memos are open, then they lower the bucket of their own date', () => {
    const invoices = [
      { invoiceDate: '2026-05-01', dueDate: null, balance: '100.10' },
      { invoiceDate: '2026-05-02', dueDate: null, balance: '-100.30' }
    ];
    const aging = computedAging(invoices, byInvoiceDate, today);
    expect(aging).toMatchObject({ total: '-0.20', openInvoiceCount: 2, asOf: today, basis: 'invoice-date' });
    expect(aging.buckets[1]?.amount).toBe('-0.20');
  });

  it('when nothing is open, then every bucket is 0.00', () => {
    expect(computedAging([], byInvoiceDate, today).buckets.every(({ amount }) => amount === '0.00')).toBe(
      true
    );
  });

  const invoice = fc.record({
    invoiceDate: fc.option(
      fc
        .date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10))
    ),
    dueDate: fc.constant(null),
    balance: fc.integer({ min: -1e9, max: 1e9 }).map((cents) => new Decimal(cents).div(100).toFixed(2))
  });

  it('for any invoices, the buckets add up to the total, which is the sum of the balances', () => {
    fc.assert(
      fc.property(fc.array(invoice), (invoices) => {
        const aging = computedAging(invoices, byInvoiceDate, today);
        const sum = invoices.reduce((total, { balance }) => total.plus(balance), new Decimal(0));
        expect(new Decimal(aging.total).equals(sum)).toBe(true);
        expect(Decimal.sum(0, ...aging.buckets.map(({ amount }) => amount)).equals(sum)).toBe(true);
      })
    );
  });

  it('for any invoices, their order does not matter', () => {
    const inTwoOrders = fc
      .array(invoice)
      .chain((invoices) =>
        fc.tuple(
          fc.constant(invoices),
          fc.shuffledSubarray(invoices, { minLength: invoices.length, maxLength: invoices.length })
        )
      );
    fc.assert(
      fc.property(inTwoOrders, ([invoices, shuffled]) => {
        expect(computedAging(shuffled, byDueDate, today)).toEqual(computedAging(invoices, byDueDate, today));
      })
    );
  });
});
