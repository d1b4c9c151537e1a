import { decimal, optionalString, string } from './column-type.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/** Stock by item and warehouse. Source: Sage 100 file layouts, Inventory Management, IM_ItemWarehouse. */
export const imItemWarehouse = defineTable({
  name: 'IM_ItemWarehouse',
  key: ['ItemCode', 'WarehouseCode'],
  columns: {
    ItemCode: string(30),
    WarehouseCode: string(3),
    BinLocation: optionalString(10),
    QuantityOnHand: decimal(15, 6),
    QuantityOnSalesOrder: decimal(15, 6),
    QuantityOnBackOrder: decimal(15, 6),
    QuantityOnPurchaseOrder: decimal(15, 6),
    QuantityOnWorkOrder: decimal(15, 6),
    QuantityRequiredForWO: decimal(15, 6),
    QuantityInShipping: decimal(15, 6),
    ReorderPointQty: decimal(15, 6),
    AverageCost: decimal(15, 6),
    ...stampColumns
  }
});
