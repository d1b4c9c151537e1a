import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import { collect } from '../../inquiry/collect.ts';
import { availability, type AvailabilitySettings } from '../../rules/availability.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { SalesforceFields } from '../../salesforce/port/salesforce-records.ts';
import type { Clock } from '../../telemetry/clock.ts';

export interface StockSource {
  readonly sage: { readonly records: Pick<SageRecords, 'inventoryLevels'> };
  readonly availability: AvailabilitySettings;
  readonly clock: Clock;
}

/** The stock of an item as Sage has it. */
export interface ItemStock {
  /** The moment before it was read. */
  readonly asOf: string;
  /** Over all warehouses. */
  readonly available: string;
  readonly warehouses: readonly WarehouseStock[];
}

export interface WarehouseStock {
  readonly warehouseCode: string;
  /** The figures that record and event have in common, by field. */
  readonly fields: SalesforceFields;
  readonly onBackOrder: string;
}

/** Reads it; undefined for an item without stock, as a charge. @throws LedgerBridgeError LB3xx. */
export async function readItemStock(
  itemCode: string,
  { sage, availability: settings, clock }: StockSource
): Promise<ItemStock | undefined> {
  const asOf = clock().toISO();
  const levels = await collect(sage.records.inventoryLevels.of(itemCode));
  if (levels.length === 0) return undefined;
  const { available } = availability(itemCode, levels, settings);
  return { asOf, available, warehouses: levels.map((level) => ofWarehouse(level, asOf, settings)) };
}

function ofWarehouse(level: InventoryLevel, asOf: string, settings: AvailabilitySettings): WarehouseStock {
  const { available } = availability(level.itemCode, [level], settings);
  return {
    warehouseCode: level.warehouseCode,
    onBackOrder: level.quantityOnBackOrder,
    fields: {
      Item_Code__c: level.itemCode,
      Warehouse_Code__c: level.warehouseCode,
      Quantity_On_Hand__c: level.quantityOnHand,
      Quantity_On_Sales_Order__c: level.quantityOnSalesOrder,
      Quantity_On_Purchase_Order__c: level.quantityOnPurchaseOrder,
      Quantity_Available__c: available,
      As_Of__c: asOf
    }
  };
}
