import type { InventoryKey, InventoryLevel } from '../../../canonical/inventory-level.ts';
import { imItemWarehouse } from '../../catalogue/im-item-warehouse.ts';
import { defineRecord } from '../definition.ts';
import { code } from '../key-segments.ts';

/** IM_ItemWarehouse, by item through its own key. */
export const inventoryLevels = defineRecord({
  table: imItemWarehouse,
  segments: (key: InventoryKey) => [code(key.itemCode), code(key.warehouseCode)],
  ofParent: (itemCode: string) => ({ ItemCode: code(itemCode) }),
  toEntity: ({ row, stamps }): InventoryLevel => ({
    itemCode: row.ItemCode,
    warehouseCode: row.WarehouseCode,
    binLocation: row.BinLocation,
    quantityOnHand: row.QuantityOnHand,
    quantityOnSalesOrder: row.QuantityOnSalesOrder,
    quantityOnBackOrder: row.QuantityOnBackOrder,
    quantityOnPurchaseOrder: row.QuantityOnPurchaseOrder,
    quantityOnWorkOrder: row.QuantityOnWorkOrder,
    quantityRequiredForWorkOrder: row.QuantityRequiredForWO,
    quantityInShipping: row.QuantityInShipping,
    reorderPointQuantity: row.ReorderPointQty,
    averageCost: row.AverageCost,
    ...stamps
  })
});
