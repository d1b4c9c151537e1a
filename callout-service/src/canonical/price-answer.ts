import { z } from 'zod';
import { quantitySchema } from './quantity.ts';

/** The steps of Sage's precedence, in its order. */
export const priceRules = [
  'promotion',
  'customerItem',
  'itemLevel',
  'item',
  'priceCodeLevel',
  'priceCode',
  'standard'
] as const;

/** A price that the precedence came to, whether it won or not. */
const priceCandidate = z
  .object({
    rule: z.enum(priceRules),
    /** Absent where the rule does not apply; `reason` says why then. */
    unitPrice: quantitySchema.optional(),
    reason: z
      .enum(['NO_RECORD', 'NO_BREAK', 'NOT_IN_FORCE', 'NOT_LOWER', 'NO_CUSTOMER', 'LATER_IN_PRECEDENCE'])
      .optional()
  })
  .meta({ id: 'PriceCandidate' });

/** What a customer pays for one unit, and the rule that gave it. */
export const priceAnswerSchema = z
  .object({
    itemCode: z.string(),
    quantity: quantitySchema,
    unitOfMeasure: z.string().optional(),
    unitPrice: quantitySchema,
    /** The item's standard price in the same unit, to show what the rule is worth. */
    standardPrice: quantitySchema,
    wonBy: z.enum(priceRules),
    /** How the winning record reckons; absent for a promotion price and the standard price. */
    method: z.enum(['costPlusAmount', 'costPlusPercent', 'lessPercent', 'lessAmount', 'price']).optional(),
    /** The break that the quantity fell into, from 1; absent where there are none. */
    breakNumber: z.int().optional(),
    /** Quantity from which the next break holds, where there is one. */
    nextBreakFrom: quantitySchema.optional(),
    candidates: z.array(priceCandidate),
    /** Whether the price is below the item's cost; pages warn. */
    belowCost: z.boolean(),
    rule: z.string()
  })
  .meta({ id: 'PriceAnswer' });

export type PriceAnswer = z.infer<typeof priceAnswerSchema>;
export type PriceRule = PriceAnswer['wonBy'];
