import { z } from 'zod';
import { quantitySchema } from './quantity.ts';

/** What of an item can be promised from one warehouse, with the terms of the sum. */
export const warehouseAvailabilitySchema = z
  .object({
    warehouseCode: z.string(),
    warehouseName: z.string().optional(),
    onHand: quantitySchema,
    onSalesOrder: quantitySchema,
    onBackOrder: quantitySchema,
    onPurchaseOrder: quantitySchema,
    onWorkOrder: quantitySchema,
    requiredForWorkOrder: quantitySchema,
    inShipping: quantitySchema,
    /** Negative when more is sold than there is. */
    available: quantitySchema
  })
  .meta({ id: 'WarehouseAvailability' });

/** What of an item can be promised, by warehouse and in all. */
export const availabilitySchema = z
  .object({
    itemCode: z.string(),
    available: quantitySchema,
    onHand: quantitySchema,
    onPurchaseOrder: quantitySchema,
    warehouses: z.array(warehouseAvailabilitySchema),
    /** Rule and version with the options that were in force. */
    rule: z.string()
  })
  .meta({ id: 'Availability' });

export type Availability = z.infer<typeof availabilitySchema>;
export type WarehouseAvailability = z.infer<typeof warehouseAvailabilitySchema>;
