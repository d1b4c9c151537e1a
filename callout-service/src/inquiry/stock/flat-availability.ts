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

/** An availability as a flow takes it. Throws LB404 when the item is not stocked in the warehouse that was asked for. */
export function flattenAvailability(
  answer: ItemAvailability,
  warehouseCode?: string
): z.infer<typeof flatAvailabilitySchema> {
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
    inactive: answer.inactive,
    discontinued: answer.discontinued,
    allowBackOrders: answer.allowBackOrders,
    rule: answer.rule,
    asOf: answer.asOf,
    source: answer.source,
    ...(answer.stale && { staleCode: answer.stale.code, staleReason: answer.stale.detail })
  };
}

function chooseWarehouses(answer: ItemAvailability, warehouseCode: string | undefined): readonly Warehouse[] {
  if (warehouseCode === undefined) return answer.warehouses;
  const chosen = answer.warehouses.filter((each) => each.warehouseCode === warehouseCode);
  if (chosen.length > 0) return chosen;
  throw new LedgerBridgeError('LB404', {
    detail: `The item ${answer.itemCode} is not stocked in warehouse ${warehouseCode}.`
  });
}
