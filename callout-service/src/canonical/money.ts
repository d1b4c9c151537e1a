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
