import { z } from 'zod';
import { optionalDay, optionalText } from './optional-text.ts';

/**
 * The price level of a customer for a product line or price code, in place of the one on the customer. Source:
 * AR_PriceLevelByCust; what it holds is known from Sage's help (Price Level Inquiry), the names of its columns and its key
 * are inferred.
 */
export const priceLevelSchema = z
  .object({
    arDivisionNo: z.string(),
    customerNo: z.string(),
    productLine: optionalText,
    priceCode: optionalText,
    /** Only for orders to this address; null for all. */
    shipToCode: optionalText,
    effectiveDate: optionalDay,
    endDate: optionalDay,
    priceLevel: z.string()
  })
  .meta({ id: 'PriceLevel' });

export type PriceLevel = z.infer<typeof priceLevelSchema>;

export interface PriceLevelKey {
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly productLine: string;
  readonly priceCode: string;
  readonly shipToCode: string;
  readonly effectiveDate: string;
}
