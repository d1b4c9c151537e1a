import { z } from 'zod';
import { availabilitySchema } from '../../canonical/availability.ts';
import { freshnessSchema } from '../../canonical/freshness.ts';
import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import type { Item } from '../../canonical/item.ts';
import { availability, type AvailabilitySettings } from '../../rules/availability.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { collect } from '../collect.ts';
import { createLiveOrLast, type LiveOrLastParts } from '../live-or-last.ts';
import { readItemCode, unknownItem } from './read-item-code.ts';

const AVAILABILITY = 'availability';

/** What of one item can be promised, with what pages show beside it. */
export const itemAvailabilitySchema = z
  .object({
    ...availabilitySchema.shape,
    itemCodeDesc: z.string(),
    /** The standard unit, in which stock is kept. */
    unitOfMeasure: z.string().optional(),
    salesUnitOfMeasure: z.string().optional(),
    /** Standard units in one sales unit. */
    salesUnitConversion: z.string(),
    /** Whether Sage keeps stock of it: not of charges, comments, miscellaneous items and kits. */
    stocked: z.boolean(),
    inactive: z.boolean(),
    discontinued: z.boolean(),
    allowBackOrders: z.boolean(),
    ...freshnessSchema.shape
  })
  .meta({ id: 'ItemAvailability' });

export type ItemAvailability = z.infer<typeof itemAvailabilitySchema>;

export interface AvailabilityParts extends LiveOrLastParts {
  readonly records: Pick<SageRecords, 'items' | 'inventoryLevels' | 'warehouses'>;
  readonly availability: AvailabilitySettings;
  readonly clock: Clock;
}

/** Makes the inquiry "availability" of one item, over all warehouses. Rejects with LB109, LB402 or LB3xx. */
export function createAvailabilityInquiry(
  parts: AvailabilityParts
): (itemCode: string) => Promise<ItemAvailability> {
  const liveOrLast = createLiveOrLast(AVAILABILITY, itemAvailabilitySchema, parts);
  return async (asked) => {
    const itemCode = readItemCode(asked);
    return liveOrLast(itemCode, () => readAvailability(itemCode, parts));
  };
}

async function readAvailability(itemCode: string, parts: AvailabilityParts): Promise<ItemAvailability> {
  const { records, clock } = parts;
  const asOf = clock().toUTC().toISO();
  const [[item], levels] = await Promise.all([
    records.items.byKeys([itemCode]),
    collect(records.inventoryLevels.of(itemCode))
  ]);
  if (item === undefined) throw unknownItem(itemCode);
  const names = await warehouseNames(records, levels);
  const available = availability(itemCode, levels, parts.availability);
  return {
    ...available,
    warehouses: available.warehouses.map((warehouse) => {
      const warehouseName = names.get(warehouse.warehouseCode);
      return { ...warehouse, ...(warehouseName !== undefined && { warehouseName }) };
    }),
    ...describeItem(item),
    asOf,
    source: 'live'
  };
}

async function warehouseNames(
  records: AvailabilityParts['records'],
  levels: readonly InventoryLevel[]
): Promise<ReadonlyMap<string, string>> {
  if (levels.length === 0) return new Map();
  const codes = levels.map((level) => level.warehouseCode);
  const warehouses = await records.warehouses.byKeys(codes);
  return new Map(warehouses.map(({ warehouseCode, description }) => [warehouseCode, description]));
}

function describeItem(item: Item) {
  return {
    itemCodeDesc: item.itemCodeDesc,
    ...(item.standardUnitOfMeasure !== null && { unitOfMeasure: item.standardUnitOfMeasure }),
    ...(item.salesUnitOfMeasure !== null && { salesUnitOfMeasure: item.salesUnitOfMeasure }),
    salesUnitConversion: item.salesUnitConversion,
    stocked: isStocked(item),
    inactive: item.inactive,
    discontinued: item.productType === 'discontinued',
    allowBackOrders: item.allowBackOrders
  };
}

/** Charges, comments and miscellaneous items have no stock, and that of a kit is the stock of its components. */
export function isStocked({ itemType, productType }: Pick<Item, 'itemType' | 'productType'>): boolean {
  return itemType === 'regular' && productType !== 'kit';
}
