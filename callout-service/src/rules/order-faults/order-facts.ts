import type { Customer } from '../../canonical/customer.ts';
import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import type { Item } from '../../canonical/item.ts';
import type { ShipToAddress } from '../../canonical/ship-to-address.ts';
import type { AvailabilitySettings } from '../availability.ts';
import type { CreditDecisionSettings } from '../credit-decision.ts';
import type { TableFacts } from '../written-values/written-value.ts';

/** What Sage has of all that an order names: what is not in here, Sage does not have. Codes are in upper case. */
export interface OrderFacts {
  readonly customer: Customer | undefined;
  /** The ship-to address that the order names; without one, the customer's primary one. */
  readonly shipTo: ShipToAddress | undefined;
  readonly items: ReadonlyMap<string, Item>;
  readonly warehouses: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  /** As `01-0100`. */
  readonly salespersons: ReadonlySet<string>;
  /** By item and warehouse, as `levelKey` makes it. */
  readonly levels: ReadonlyMap<string, InventoryLevel>;
  readonly headerTable: TableFacts;
  readonly lineTable: TableFacts;
}

/** What the company has decided. */
export interface OrderRules {
  readonly credit: CreditDecisionSettings;
  readonly availability: AvailabilitySettings;
  /** Units of measure of which nobody sells a part; serial numbers are never sold in parts. */
  readonly wholeUnits: readonly string[];
}

export function levelKey(itemCode: string, warehouseCode: string): string {
  return `${itemCode}\0${warehouseCode}`;
}
