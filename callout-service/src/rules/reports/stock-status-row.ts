import { Decimal } from 'decimal.js';
import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import { formatMoney } from '../../canonical/money.ts';
import type { StockStatusRow } from '../../canonical/reports/report-row.ts';
import { availableQuantity, type AvailabilitySettings } from '../availability.ts';

/**
 * The row of an item in a warehouse in the report of stock status. Its value is what is on hand at the average cost, in
 * cents. It is below its reorder point when less is available than that; a reorder point of 0 is none.
 */
export function stockStatusRow(
  level: InventoryLevel,
  itemCodeDesc: string,
  settings: AvailabilitySettings
): StockStatusRow {
  const quantityAvailable = availableQuantity(level, settings);
  const reorderPoint = new Decimal(level.reorderPointQuantity);
  const value = new Decimal(level.quantityOnHand).times(level.averageCost);
  return {
    itemCode: level.itemCode,
    itemCodeDesc,
    warehouseCode: level.warehouseCode,
    quantityOnHand: level.quantityOnHand,
    quantityAvailable,
    quantityOnPurchaseOrder: level.quantityOnPurchaseOrder,
    reorderPointQuantity: level.reorderPointQuantity,
    belowReorderPoint: !reorderPoint.isZero() && reorderPoint.greaterThan(quantityAvailable),
    value: formatMoney(value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP))
  };
}
