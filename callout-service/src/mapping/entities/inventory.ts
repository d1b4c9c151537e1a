import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { fieldsOf, stampFields } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('IM_ItemWarehouse');
const { text, code, decimal } = of;

/** IM_ItemWarehouse: Sage keeps it by its own postings. */
export const inventoryEntity = describeEntity<InventoryLevel>({
  entity: 'inventory',
  label: 'Stock',
  fields: [
    text('itemCode', 'Item', 'ItemCode'),
    code('warehouseCode', 'Warehouse', 'WarehouseCode'),
    text('binLocation', 'Bin', 'BinLocation'),
    decimal('quantityOnHand', 'On hand', 'QuantityOnHand'),
    decimal('quantityOnSalesOrder', 'On sales orders', 'QuantityOnSalesOrder'),
    decimal('quantityOnBackOrder', 'On back order', 'QuantityOnBackOrder'),
    decimal('quantityOnPurchaseOrder', 'On purchase orders', 'QuantityOnPurchaseOrder'),
    decimal('quantityOnWorkOrder', 'On work orders', 'QuantityOnWorkOrder'),
    decimal('quantityRequiredForWorkOrder', 'Required for work orders', 'QuantityRequiredForWO'),
    decimal('quantityInShipping', 'In shipping', 'QuantityInShipping'),
    decimal('reorderPointQuantity', 'Reorder point', 'ReorderPointQty'),
    decimal('averageCost', 'Average cost', 'AverageCost'),
    ...stampFields(of)
  ],
  keyOf: recordKeys.inventory,
  changedAt: lastStamp
});
