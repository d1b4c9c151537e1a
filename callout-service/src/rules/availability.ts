import { Decimal } from 'decimal.js';
import type { Availability, WarehouseAvailability } from '../canonical/availability.ts';
import type { InventoryLevel } from '../canonical/inventory-level.ts';
import { formatQuantity, type Quantity } from '../canonical/quantity.ts';

/** Inventory Management Options, "Include in Quantity Available". */
export interface AvailabilitySettings {
  /** Quantity on Purchase Orders. */
  readonly includePurchaseOrders: boolean;
  /** Quantity on work orders, less what they require: Work Order or Production Management. */
  readonly includeWorkOrders: boolean;
}

type StockFigures = Pick<
  InventoryLevel,
  | 'quantityOnHand'
  | 'quantityOnSalesOrder'
  | 'quantityOnBackOrder'
  | 'quantityOnPurchaseOrder'
  | 'quantityOnWorkOrder'
  | 'quantityRequiredForWorkOrder'
>;

/**
 * Rule `available-1`: on hand − on sales order − on back order; with the options also + on purchase order, and + on work
 * order − required for work orders. Source: Sage help, Determining and Updating Quantities. On sales order counts standard
 * and back orders, not quotes, master or repeating orders; what is in shipping is not part of the formula.
 */
export function availableQuantity(level: StockFigures, settings: AvailabilitySettings): Quantity {
  return formatQuantity(availableOf(level, settings));
}

/** Availability of an item over its warehouses, in the order of `levels`, all of them of this item. */
export function availability(
  itemCode: string,
  levels: readonly InventoryLevel[],
  settings: AvailabilitySettings
): Availability {
  const sum = (pick: (level: InventoryLevel) => Decimal.Value) =>
    formatQuantity(levels.reduce((total, level) => total.plus(pick(level)), new Decimal(0)));
  return {
    itemCode,
    available: sum((level) => availableOf(level, settings)),
    onHand: sum((level) => level.quantityOnHand),
    onPurchaseOrder: sum((level) => level.quantityOnPurchaseOrder),
    warehouses: levels.map((level) => ofWarehouse(level, settings)),
    rule: availabilityRule(settings)
  };
}

/** The rule's name and version with the options in force. */
export function availabilityRule(settings: AvailabilitySettings): string {
  const purchase = settings.includePurchaseOrders ? '+purchase-orders' : '';
  const work = settings.includeWorkOrders ? '+work-orders' : '';
  return `available-1${purchase}${work}`;
}

function ofWarehouse(level: InventoryLevel, settings: AvailabilitySettings): WarehouseAvailability {
  return {
    warehouseCode: level.warehouseCode,
    onHand: level.quantityOnHand,
    onSalesOrder: level.quantityOnSalesOrder,
    onBackOrder: level.quantityOnBackOrder,
    onPurchaseOrder: level.quantityOnPurchaseOrder,
    onWorkOrder: level.quantityOnWorkOrder,
    requiredForWorkOrder: level.quantityRequiredForWorkOrder,
    inShipping: level.quantityInShipping,
    available: availableQuantity(level, settings)
  };
}

function availableOf(level: StockFigures, settings: AvailabilitySettings): Decimal {
  const base = new Decimal(level.quantityOnHand)
    .minus(level.quantityOnSalesOrder)
    .minus(level.quantityOnBackOrder);
  const withPurchases = settings.includePurchaseOrders ? base.plus(level.quantityOnPurchaseOrder) : base;
  if (!settings.includeWorkOrders) return withPurchases;
  return withPurchases.plus(level.quantityOnWorkOrder).minus(level.quantityRequiredForWorkOrder);
}
