import { z } from 'zod';
import { itemSchema } from './item.ts';
import { optionalText } from './optional-text.ts';
import { priceRules } from './price-answer.ts';
import { quantitySchema } from './quantity.ts';

/**
 * What one sales unit of an item costs whoever has a price level, or the standard price. Worked out from CI_Item and
 * IM_PriceCode (`rules/price/level-prices`); key item and level. Promotions and customers' own prices are not in it.
 */
export const levelPriceSchema = z
  .object({
    itemCode: z.string(),
    /** Of the item: charges and comments have prices too. */
    itemType: itemSchema.shape.itemType,
    /** One character; null for the standard price. */
    priceLevel: optionalText,
    unitPrice: quantitySchema,
    unitOfMeasure: optionalText,
    /** The step of Sage's precedence that gave it. */
    rule: z.enum(priceRules),
    /** Whether the item can be sold. */
    active: z.boolean()
  })
  .meta({ id: 'LevelPrice' });

export type LevelPrice = z.infer<typeof levelPriceSchema>;
