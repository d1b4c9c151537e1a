import { defineTable } from './table-definition.ts';

/** Warehouses. Only the columns that were seen; the full layout is not known. */
export const imWarehouse = defineTable({
  name: 'IM_Warehouse',
  key: 'WarehouseCode',
  columns: `
    WarehouseCode:s3 WarehouseDesc:s30 DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d
    TimeUpdated:s8 UserUpdatedKey:s10
  `
});
