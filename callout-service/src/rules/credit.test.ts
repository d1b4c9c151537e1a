import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountDue, creditStanding } from './credit.ts';

/** American Business Futures of Sage's demo company. */
const abf = {
  creditHold: false,
  creditLimit: '120000.00',
  currentBalance: '3252.38',
  agingCategories: ['1222.58', '1257.40', '0.00', '0.00'],
  openOrderAmount: '19144.40'
} as const;
const included = { includeOpenOrders: true, zeroLimitMeans: 'unlimited' } as const;

describe('creditStanding', () => {
  it("when open orders count, then 01-ABF has Sage's published credit left", () => {
    expect(creditStanding(abf, included)).toEqual({
      limit: '120000.00',
      unlimited: false,
      onHold: false,
      amountDue: '5732.36',
      openOrders: '19144.40',
      used: '24876.76',
      left: '95123.24',
      includesOpenOrders: true,
      reasons: [],
      rule: 'credit-1/open-orders-included'
    });
  });

  it('when open orders do not count, then only the balance is used, and the rule says so', () => {
    const standing = creditStanding(abf, { ...included, includeOpenOrders: false });
    expect(standing).toMatchObject({
      used: '5732.36',
      left: '114267.64',
      rule: 'credit-1/open-orders-excluded'
    });
  });

  it.each([
    { limit: '24876.76', left: '0.00', reasons: [] },
    { limit: '24876.75', left: '-0.01', reasons: ['OVER_LIMIT'] },
    { limit: '0.01', left: '-24876.75', reasons: ['OVER_LIMIT'] }
  ])(
    'when the limit is $limit, then $left is left and the reasons are $reasons',
    ({ limit, left, reasons }) => {
      expect(creditStanding({ ...abf, creditLimit: limit }, included)).toMatchObject({ left, reasons });
    }
  );

  it('when the customer is on hold and over the limit, then both reasons are given', () => {
    const customer = { ...abf, creditHold: true, creditLimit: '1.00' };
    expect(creditStanding(customer, included).reasons).toEqual(['HOLD', 'OVER_LIMIT']);
  });

  it('when a limit of zero means unlimited, then there is nothing left to name and nothing to exceed', () => {
    const standing = creditStanding({ ...abf, creditLimit: '0.00' }, included);
    expect(standing).toMatchObject({ unlimited: true, reasons: [] });
    expect(standing).not.toHaveProperty('left');
  });

  it('when a limit of zero means no credit, then any amount used is over it', () => {
    const standing = creditStanding({ ...abf, creditLimit: '0.00' }, { ...included, zeroLimitMeans: 'none' });
    expect(standing).toMatchObject({ unlimited: false, left: '-24876.76', reasons: ['OVER_LIMIT'] });
  });

  it('for any amounts, left is limit minus used to the cent, and OVER_LIMIT stands exactly when it is negative', () => {
    const amount = fc
      .bigInt({ min: -99_999_999_999_99n, max: 99_999_999_999_99n })
      .map((cents) => new Decimal(cents.toString()).div(100).toFixed(2));
    const anyCustomer = fc.record({
      creditHold: fc.constant(false),
      creditLimit: amount,
      currentBalance: amount,
      openOrderAmount: amount,
      agingCategories: fc.tuple(amount, amount, amount, amount)
    });
    fc.assert(
      fc.property(anyCustomer, fc.boolean(), (customer, includeOpenOrders) => {
        const standing = creditStanding(customer, { includeOpenOrders, zeroLimitMeans: 'none' });
        expect(new Decimal(standing.left ?? '').plus(standing.used).toFixed(2)).toBe(
          new Decimal(standing.limit).toFixed(2)
        );
        expect(standing.reasons.includes('OVER_LIMIT')).toBe((standing.left ?? '').startsWith('-'));
      })
    );
  });
});

describe('amountDue', () => {
  it('is the balance and all four aging categories', () => {
    expect(amountDue(abf)).toBe('5732.36');
  });

  it('when credits cancel the invoices, then it is 0.00 without a sign', () => {
    expect(amountDue({ currentBalance: '-5.00', agingCategories: ['5.00', '0.00', '0.00', '0.00'] })).toBe(
      '0.00'
    );
  });
});
