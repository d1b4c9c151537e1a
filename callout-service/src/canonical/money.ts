import type { Decimal } from 'decimal.js';
import { z } from 'zod';

/**
 * An exact amount in the company's currency: a decimal string with two digits after the point, as `-1222.58`.
 * Never a JavaScript number: money is not rounded on its way (promise 4 in docs/architecture.md).
 */
export const moneySchema = z
  .string()
  .regex(/^-?\d{1,13}\.\d{2}$/)
  .meta({ id: 'Money', description: 'Exact decimal amount, two digits after the point' });

export type Money = z.infer<typeof moneySchema>;

/** An amount as money. It is not rounded: Sage's amounts have two digits after the point, and so have their sums. */
export function formatMoney(amount: Decimal): Money {
  if (amount.decimalPlaces() > 2) throw new RangeError('an amount has more than two digits after the point');
  // Decimal keeps the sign of zero, and "-0.00" owed is not an amount.
  return amount.isZero() ? '0.00' : amount.toFixed(2);
}
