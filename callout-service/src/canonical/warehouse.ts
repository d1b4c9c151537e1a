import { z } from 'zod';

/** A warehouse. Source: IM_Warehouse; natural key WarehouseCode. */
export const warehouseSchema = z
  .object({ warehouseCode: z.string(), description: z.string() })
  .meta({ id: 'Warehouse' });

export type Warehouse = z.infer<typeof warehouseSchema>;
