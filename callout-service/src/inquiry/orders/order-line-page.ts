import { z } from 'zod';
import type { SalesOrderLine } from '../../canonical/sales-order.ts';
import { choosePage, joinKey, pageOf } from '../lists/list-page.ts';
import { orderDetailSchema, type OrderDetail } from './order-inquiry.ts';

/** An order with as many of its lines as fit into one text answer. */
export const orderLinePageSchema = z
  .object({
    ...orderDetailSchema.shape,
    /** Lines of the whole order. */
    lineCount: z.int(),
    /** Gives the order again with the lines that follow; absent where none do. */
    nextCursor: z.string().optional()
  })
  .meta({ id: 'OrderLinePage' });

/** The part of an order's lines that the cursor asks for. Throws LB108 for a cursor of another order. */
export function orderLinePage(
  detail: OrderDetail,
  cursor: string | undefined
): z.infer<typeof orderLinePageSchema> {
  const { order } = detail;
  const list = `orderLines ${order.salesOrderNo}`;
  const pageSize = Math.max(1, order.lines.length);
  const page = choosePage(order.lines, { list, sortKey, newestFirst: false }, { pageSize, cursor });
  const { items, count, nextCursor } = pageOf(page, page.chosen);
  return {
    ...detail,
    order: { ...order, lines: [...items] },
    lineCount: count,
    ...(nextCursor !== undefined && { nextCursor })
  };
}

function sortKey({ lineSeqNo, lineKey }: SalesOrderLine): string {
  return joinKey(lineSeqNo, lineKey);
}
