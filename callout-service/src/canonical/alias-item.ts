import { z } from 'zod';
import { optionalText } from './optional-text.ts';

/** Another code for an item. Source: IM_AliasItem, whose key is not verified; the alias may be general, a customer's or a vendor's. */
export const aliasItemSchema = z
  .object({
    aliasItemNo: z.string(),
    itemCode: z.string(),
    type: z.enum(['general', 'customer', 'vendor']),
    arDivisionNo: optionalText,
    customerNo: optionalText,
    apDivisionNo: optionalText,
    vendorNo: optionalText,
    description: optionalText
  })
  .meta({ id: 'AliasItem' });

export type AliasItem = z.infer<typeof aliasItemSchema>;
