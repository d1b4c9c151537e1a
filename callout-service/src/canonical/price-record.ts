import { z } from 'zod';
import { optionalText } from './optional-text.ts';
import { quantitySchema } from './quantity.ts';
import { recordStampsSchema } from './record-stamps.ts';

/**
 * A price rule. Source: IM_PriceCode; natural key PriceCodeRecord + PriceCode + ItemCode + CustomerPriceLevel +
 * ARDivisionNo + CustomerNo. Which of these are filled follows from `record`.
 */
export const priceRecordSchema = z
  .object({
    /** PriceCodeRecord: 0 price code, 1 item price (by level), 2 price of an item for a customer. */
    record: z.enum(['priceCode', 'item', 'itemCustomer']),
    priceCode: optionalText,
    itemCode: optionalText,
    customerPriceLevel: optionalText,
    arDivisionNo: optionalText,
    customerNo: optionalText,
    description: optionalText,
    /** PricingMethod: C cost plus amount, M cost plus per cent, D less per cent, P less amount, O this very price. */
    method: z.enum(['costPlusAmount', 'costPlusPercent', 'lessPercent', 'lessAmount', 'price']),
    /** BreakQuantity1..5 with DiscountMarkup1..5, in order. A break holds up to its quantity; 0 ends the list. */
    breaks: z.array(z.object({ upTo: quantitySchema, value: quantitySchema })).max(5),
    ...recordStampsSchema.shape
  })
  .meta({ id: 'PriceRecord' });

export type PriceRecord = z.infer<typeof priceRecordSchema>;

export interface PriceRecordKey {
  readonly record: PriceRecord['record'];
  readonly priceCode: string;
  readonly itemCode: string;
  readonly customerPriceLevel: string;
  readonly arDivisionNo: string;
  readonly customerNo: string;
}
