import { z } from 'zod';
import { formatCustomerKey } from '../../canonical/customer-key.ts';
import { freshnessSchema } from '../../canonical/freshness.ts';
import { salesOrderSchema } from '../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { createLiveOrLast, type LiveOrLastParts } from '../live-or-last.ts';
import { createSageDay } from '../sage-day.ts';
import { orderState, orderStateSchema } from './order-state.ts';

const ORDER = 'order';

/** One order or quote with its lines, and its status in plain words. */
export const orderDetailSchema = z
  .object({
    order: salesOrderSchema,
    /** As `01-ABF`. */
    customerKey: z.string(),
    status: orderStateSchema,
    currency: z.string(),
    ...freshnessSchema.shape
  })
  .meta({ id: 'OrderDetail' });

export type OrderDetail = z.infer<typeof orderDetailSchema>;

export interface OrderInquiryParts extends LiveOrLastParts {
  readonly records: Pick<SageRecords, 'salesOrders' | 'salesOrderHistory'>;
  readonly currency: string;
  readonly timeZone: string;
  readonly clock: Clock;
}

/**
 * Makes the inquiry "order": among the open ones first, then in history, where finished ones go. Rejects with LB109,
 * LB403 or LB3xx.
 */
export function createOrderInquiry(parts: OrderInquiryParts): (salesOrderNo: string) => Promise<OrderDetail> {
  const liveOrLast = createLiveOrLast(ORDER, orderDetailSchema, parts);
  const sageDay = createSageDay(parts.timeZone);
  return async (asked) => {
    const salesOrderNo = readSalesOrderNo(asked);
    return liveOrLast(salesOrderNo, async () => {
      const now = parts.clock();
      const order = await findOrder(salesOrderNo, parts.records);
      return {
        order,
        customerKey: formatCustomerKey(order),
        status: orderState(order, sageDay(now)),
        currency: parts.currency,
        asOf: now.toUTC().toISO(),
        source: 'live'
      };
    });
  };
}

async function findOrder(salesOrderNo: string, records: OrderInquiryParts['records']) {
  const [open] = await records.salesOrders.byKeys([salesOrderNo]);
  if (open !== undefined) return open;
  const [finished] = await records.salesOrderHistory.byKeys([salesOrderNo]);
  if (finished !== undefined) return finished;
  throw new LedgerBridgeError('LB403', { detail: `Sage has no sales order ${salesOrderNo}.` });
}

/** SalesOrderNo is seven characters, a number filled with zeros unless a site numbers by hand. Throws LB109. */
function readSalesOrderNo(asked: string): string {
  const text = asked.trim().toUpperCase();
  if (/^[A-Z0-9]{1,7}$/.test(text)) return text.padStart(7, '0');
  throw new LedgerBridgeError('LB109', {
    detail: `"${asked.slice(0, 20)}" is not a sales order number of 1 to 7 letters and digits.`
  });
}
