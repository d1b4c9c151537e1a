import { defineTable } from './table-definition.ts';

/** Cost tiers, lots and serial numbers of an item in one warehouse. */
export const imItemCost = defineTable({
  name: 'IM_ItemCost',
  key: 'ItemCode+WarehouseCode+TierType+GroupSort',
  indexes: [
    'ItemCode+WarehouseCode+TierType+ReceiptDate DESC+ReceiptNo+LotSerialNo+GroupSort',
    'NegativeQty+TierGroup+ItemCode+WarehouseCode+TierType+GroupSort'
  ],
  columns: `
    ItemCode:s30 WarehouseCode:s3 TierType:s1 GroupSort:s16 ReceiptDate:d ReceiptNo:s8 LotSerialNo:s15
    UnitCost:n15.6 QuantityOnHand:n15.6 QuantityCommitted:n15.6 AllocatedCost:n15.6 TransactionDate:d
    NegativeQty:s1 TierGroup:s1 ExtendedCost:n11.2 CostCalcQtyCommitted:n15.6 CostCalcCostCommitted:n11.2
    DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
    LotSerialExpirationDate:d
  `
});
