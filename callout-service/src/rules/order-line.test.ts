import { describe, expect, it } from 'vitest';
import { lineExtension } from './order-line.ts';

describe('lineExtension', () => {
  it.each([
    // The two lines of Sage's demo order 0000184.
    { quantity: '2.000000', unitPrice: '84.000000', discount: '0', extension: '168.00' },
    { quantity: '3.000000', unitPrice: '131.000000', discount: '0.000', extension: '393.00' },
    { quantity: '3', unitPrice: '0.335', discount: '0', extension: '1.01' },
    { quantity: '10', unitPrice: '9.99', discount: '12.5', extension: '87.41' },
    { quantity: '1', unitPrice: '50', discount: '100', extension: '0.00' }
  ])(
    'when $quantity cost $unitPrice each with $discount % off, then the line is $extension',
    ({ quantity, unitPrice, discount, extension }) => {
      expect(lineExtension(quantity, unitPrice, discount)).toBe(extension);
    }
  );
});
