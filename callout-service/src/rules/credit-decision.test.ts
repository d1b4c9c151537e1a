import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideCredit, type CreditDecisionSettings } from './credit-decision.ts';

/** American Business Futures of Sage's demo company. */
const abf = {
  creditHold: false,
  creditLimit: '120000.00',
  currentBalance: '3252.38',
  agingCategories: ['1222.58', '1257.40', '0.00', '0.00'],
  openOrderAmount: '19144.40'
} as const;
const warns: CreditDecisionSettings = {
  includeOpenOrders: true,
  zeroLimitMeans: 'none',
  reaction: 'warn'
};

describe('decideCredit', () => {
  it.each([
    { order: '0.00', reasons: [], after: '95123.24' },
    { order: '95123.24', reasons: [], after: '0.00' },
    { order: '95123.25', reasons: ['OVER_WITH_ORDER'], after: '-0.01' },
    { order: '7856.10', reasons: [], after: '87267.14' }
  ])('when 01-ABF orders $order, then $after is left and the reasons are $reasons', (example) => {
    const decision = decideCredit(abf, example.order, warns);
    expect(decision).toMatchObject({
      decision: example.reasons.length === 0 ? 'allow' : 'warn',
      reasons: example.reasons,
      left: '95123.24',
      leftAfterOrder: example.after
    });
  });

  it.each(['warn', 'hold', 'block'] as const)(
    'when the company reacts with "%s", then that is the decision on a customer on hold',
    (reaction) => {
      const decision = decideCredit({ ...abf, creditHold: true }, '1.00', { ...warns, reaction });
      expect(decision).toMatchObject({ decision: reaction, reasons: ['HOLD'], onHold: true });
    }
  );

  it('when open orders do not count, then they are no term, and the rule says so', () => {
    const decision = decideCredit(abf, '100000.00', { ...warns, includeOpenOrders: false });
    expect(decision).toMatchObject({ decision: 'allow', left: '114267.64', leftAfterOrder: '14267.64' });
    expect(decision.terms.map((term) => term.source)).not.toContain('OpenOrderAmt');
    expect(decision.rule).toBe('credit-2/open-orders-excluded/zero-limit-none/warn');
  });

  it('when the customer is over the limit already, then both reasons stand beside each other', () => {
    const decision = decideCredit({ ...abf, creditLimit: '20000.00' }, '10.00', warns);
    expect(decision.reasons).toEqual(['OVER_LIMIT', 'OVER_WITH_ORDER']);
    expect(decideCredit({ ...abf, creditLimit: '20000.00' }, '0.00', warns).reasons).toEqual(['OVER_LIMIT']);
  });

  it.each([
    { zeroLimitMeans: 'unlimited', reasons: [], left: undefined },
    { zeroLimitMeans: 'none', reasons: ['OVER_LIMIT', 'OVER_WITH_ORDER'], left: '-24876.76' }
  ] as const)('when a limit of zero means $zeroLimitMeans, then the reasons are $reasons', (example) => {
    const customer = { ...abf, creditLimit: '0.00' };
    const decision = decideCredit(customer, '5.00', { ...warns, zeroLimitMeans: example.zeroLimitMeans });
    expect(decision.reasons).toEqual(example.reasons);
    expect(decision.left).toBe(example.left);
  });

  it('when the amount is negative, then it is refused', () => {
    expect(() => decideCredit(abf, '-1.00', warns)).toThrow(RangeError);
  });

  it('when the terms are added up, then they give what is left after the order', () => {
    const amount = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2));
    const order = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2));
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        order,
        fc.boolean(),
        (limit, balance, open, orderAmount, counts) => {
          const customer = {
            ...abf,
            creditLimit: limit,
            currentBalance: balance,
            openOrderAmount: open
          };
          const decision = decideCredit(customer, orderAmount, { ...warns, includeOpenOrders: counts });
          const sum = decision.terms.reduce((total, term) => total.plus(term.amount), new Decimal(0));
          expect(sum.toFixed(2)).toBe(decision.leftAfterOrder);
          expect(decision).toEqual(
            decideCredit(customer, orderAmount, { ...warns, includeOpenOrders: counts })
          );
        }
      )
    );
  });
});
