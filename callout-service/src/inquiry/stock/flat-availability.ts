import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { ItemAvailability } from './availability-inquiry.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** The answer of `getAvailability`, flat: of one warehouse where it was asked for, else of all together. */
export const flatAvailabilitySchema = z.object({
  itemCode: z.string(),
  itemCodeDesc: z.string(),
  /** Absent: all warehouses together. */
  warehouseCode: z.string().optional(),
  unitOfMeasure: z.string().optional(),
  available: z.number(),
  onHand: z.number(),
  onSalesOrder: z.number(),
  onBackOrder: z.number(),
  onPurchaseOrder: z.number(),
  /** Whether Sage keeps stock of it: not of charges, comments, miscellaneous items and kits. */
  stocked: z.boolean(),
  inactive: z.boolean(),
  discontinued: z.boolean(),
  allowBackOrders: z.boolean(),
  rule: z.string(),
  asOf: z.iso.datetime(),
  source: z.enum(['live', 'cache']),
  staleCode: z.string().optional(),
  staleReason: z.string().optional()
});

type Warehouse = ItemAvailability['warehouses'][number];

/** An availability as a flow takes it. Throws LB109, and LB404 when the item is not stocked in the warehouse that was asked for. */
export function flattenAvailability(
  answer: ItemAvailability,
  askedWarehouse?: string
): z.infer<typeof flatAvailabilitySchema> {
  const warehouseCode = askedWarehouse === undefined ? undefined : readWarehouseCode(askedWarehouse);
  const chosen = chooseWarehouses(answer, warehouseCode);
  const sum = (pick: (warehouse: Warehouse) => string) =>
    chosen.reduce((total, warehouse) => total.plus(pick(warehouse)), new Decimal(0)).toNumber();
  return {
    itemCode: answer.itemCode,
    itemCodeDesc: answer.itemCodeDesc,
    ...(warehouseCode !== undefined && { warehouseCode }),
    ...(answer.unitOfMeasure !== undefined && { unitOfMeasure: answer.unitOfMeasure }),
    available: sum((each) => each.available),
    onHand: sum((each) => each.onHand),
    onSalesOrder: sum((each) => each.onSalesOrder),
    onBackOrder: sum((each) => each.onBackOrder),
    onPurchaseOrder: sum((each) => each.onPurchaseOrder),
    stocked: answer.stocked,
    inactive: answer.inactive,
    discontinued: answer.discontinued,
    allowBackOrders: answer.allowBackOrders,
    rule: answer.rule,
    asOf: answer.asOf,
    source: answer.source,
    ...(answer.stale && { staleCode: answer.stale.code, staleReason: answer.stale.detail })
  };
}

/** IM_Warehouse.WarehouseCode is three characters, upper case (Sage 100 file layouts). Throws LB109. */
function readWarehouseCode(asked: string): string {
  const warehouseCode = asked.trim().toUpperCase();
  if (/^[\x21-\x7e]{1,3}$/.test(warehouseCode)) return warehouseCode;
  throw new LedgerBridgeError('LB109', {
    detail: `"${asked.slice(0, 20)}" is not a warehouse code of 1 to 3 characters.`
  });
}

function chooseWarehouses(answer: ItemAvailability, warehouseCode: string | undefined): readonly Warehouse[] {
  if (warehouseCode === undefined) return answer.warehouses;
  const chosen = answer.warehouses.filter((each) => each.warehouseCode === warehouseCode);
  if (chosen.length > 0) return chosen;
  throw new LedgerBridgeError('LB404', {
    detail: `The item ${answer.itemCode} is not stocked in warehouse ${warehouseCode}.`
  });
}
