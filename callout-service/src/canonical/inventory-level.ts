import { z } from 'zod';
import { optionalText } from './optional-text.ts';
import { quantitySchema } from './quantity.ts';
import { recordStampsSchema } from './record-stamps.ts';

/**
 * The stock of an item in a warehouse. Source: IM_ItemWarehouse; natural key ItemCode + WarehouseCode. What is available
 * is not a column: `rules/availability` works it out.
 */
export const inventoryLevelSchema = z
  .object({
    itemCode: z.string(),
    warehouseCode: z.string(),
    binLocation: optionalText,
    quantityOnHand: quantitySchema,
    quantityOnSalesOrder: quantitySchema,
    quantityOnBackOrder: quantitySchema,
    quantityOnPurchaseOrder: quantitySchema,
    quantityOnWorkOrder: quantitySchema,
    /** QuantityRequiredForWO. */
    quantityRequiredForWorkOrder: quantitySchema,
    quantityInShipping: quantitySchema,
    reorderPointQuantity: quantitySchema,
    averageCost: quantitySchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'InventoryLevel' });

export type InventoryLevel = z.infer<typeof inventoryLevelSchema>;

export interface InventoryKey {
  readonly itemCode: string;
  readonly warehouseCode: string;
}
