import { string } from './column-type.ts';
import { defineTable } from './table.ts';

/** Warehouses; a few rows. Source: the columns of Sage 100's business object IM_Warehouse, as public code reads them. */
export const imWarehouse = defineTable({
  name: 'IM_Warehouse',
  key: ['WarehouseCode'],
  columns: { WarehouseCode: string(3), WarehouseDesc: string(30) }
});
