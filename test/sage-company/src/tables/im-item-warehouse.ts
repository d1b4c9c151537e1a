import { defineTable } from './table-definition.ts';

/** Quantities of an item in one warehouse. There is no quantity available column. */
export const imItemWarehouse = defineTable({
  name: 'IM_ItemWarehouse',
  key: 'ItemCode+WarehouseCode',
  indexes: ['WarehouseCode+BinLocation+ItemCode'],
  columns: `
    ItemCode:s30 WarehouseCode:s3 BinLocation:s10 ReorderMethod:s1 QuantityOnHand:n15.6
    QuantityOnPurchaseOrder:n15.6 QuantityOnSalesOrder:n15.6 QuantityOnBackOrder:n15.6 AverageCost:n15.6
    QuantityRequiredForWO:n15.6 EconomicOrderQty:n15.6 ReorderPointQty:n15.6 MinimumOrderQty:n15.6
    MaximumOnHandQty:n15.6 QuantityOnWorkOrder:n15.6 QuantityInShipping:n15.6 TotalWarehouseValue:n14.2
    CostCalcQtyCommitted:n15.6 CostCalcCostCommitted:n15.6 DateCreated:d TimeCreated:s8 UserCreatedKey:s10
    DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10 LastPhysicalCountDate:d
  `
});
