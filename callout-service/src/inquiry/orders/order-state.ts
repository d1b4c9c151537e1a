import { z } from 'zod';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { SalesOrder } from '../../canonical/sales-order.ts';
import { orderStatus, orderStatuses } from '../../rules/order-status/order-status.ts';

/** The status of an order in plain words; `unknown` where Sage keeps a letter that this release does not know. */
export const orderStateSchema = z.enum([...orderStatuses, 'unknown']);

/** The status of an order on a day at the Sage server. Without lines nothing is known of its shipments. */
export function orderState(order: SalesOrder, today: CalendarDay): z.infer<typeof orderStateSchema> {
  const lines = order.lines
    .filter((line) => line.itemType !== 'comment' && !line.cancelled)
    .map(({ quantityOrdered, quantityShipped, quantityInvoiced }) => ({
      quantityOrdered,
      quantityShipped,
      quantityInvoiced
    }));
  const answer = orderStatus({ ...order, lines, today });
  return answer.known ? answer.status : 'unknown';
}
