import type { Decimal } from 'decimal.js';
import { z } from 'zod';

/**
 * A quantity, unit price or unit cost as Sage keeps it: an exact decimal string with six digits after the point, as
 * `2.000000`. Source: Sage 100 file layouts, where these columns are decimal(15,6).
 */
export const quantitySchema = z
  .string()
  .regex(/^-?\d{1,13}\.\d{6}$/)
  .meta({ id: 'Quantity', description: 'Exact decimal, six digits after the point' });

/** Six digits after the point. */
export type Quantity = z.infer<typeof quantitySchema>;

/** A number as a quantity, rounded half up to the six digits that Sage keeps. */
export function formatQuantity(value: Decimal): Quantity {
  return value.isZero() ? '0.000000' : value.toFixed(6, 4);
}

/** A rate or per cent of a column with three digits after the point, as `10.000`. */
export const rateSchema = z
  .string()
  .regex(/^-?\d{1,13}\.\d{3}$/)
  .meta({ id: 'Rate', description: 'Exact decimal, three digits after the point' });
