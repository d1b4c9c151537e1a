import { describe, expect, it } from 'vitest';
import { orderTotal } from './order-total.ts';

const zero = { taxable: '0.00', nonTaxable: '0.00', discount: '0.00', salesTax: '0.00', freight: '0.00' };

describe('orderTotal', () => {
  it("gives the total of order 0000115 of Sage's demo company", () => {
    expect(orderTotal({ ...zero, taxable: '8600.00', discount: '860.00', salesTax: '116.10' })).toBe(
      '7856.10'
    );
  });

  it('adds what is not taxed and the freight', () => {
    expect(orderTotal({ ...zero, taxable: '0.10', nonTaxable: '0.20', freight: '12.05' })).toBe('12.35');
  });

  it('when an order has no amounts yet, then its total is 0.00', () => {
    expect(orderTotal(zero)).toBe('0.00');
  });
});
