import type { Warehouse } from '../../../canonical/warehouse.ts';
import { imWarehouse } from '../../catalogue/im-warehouse.ts';
import { defineRecord } from '../definition.ts';
import { code } from '../key-segments.ts';

/** IM_Warehouse. */
export const warehouses = defineRecord({
  table: imWarehouse,
  segments: (warehouseCode: string) => [code(warehouseCode)],
  toEntity: ({ row }): Warehouse => ({ warehouseCode: row.WarehouseCode, description: row.WarehouseDesc })
});
