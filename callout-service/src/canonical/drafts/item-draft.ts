import { z } from 'zod';
import { userDefinedValuesSchema } from './user-defined-values.ts';

/** An item to create or update, by CI_Item's key, the item code. */
export const itemDraftSchema = z
  .object({
    itemCode: z.string(),
    itemCodeDesc: z.string().optional(),
    productLine: z.string().optional(),
    productType: z.enum(['finished', 'raw', 'discontinued', 'kit']).optional(),
    standardUnitOfMeasure: z.string().optional(),
    salesUnitOfMeasure: z.string().optional(),
    purchaseUnitOfMeasure: z.string().optional(),
    standardUnitPrice: z.string().optional(),
    standardUnitCost: z.string().optional(),
    suggestedRetailPrice: z.string().optional(),
    priceCode: z.string().nullable().optional(),
    taxClass: z.string().optional(),
    defaultWarehouseCode: z.string().optional(),
    inactive: z.boolean().optional(),
    userDefinedFields: userDefinedValuesSchema.optional()
  })
  .meta({ id: 'ItemDraft' });

export type ItemDraft = z.infer<typeof itemDraftSchema>;
