import type { SalesOrder } from '../../canonical/sales-order.ts';
import type { SentOrder } from '../../rules/order-draft/sent-order.ts';

/** Items of an order, with those of lines that were taken out since it was last sent. */
export function itemsOf(order: SalesOrder, sent: SentOrder | undefined): string[] {
  const now = order.lines.flatMap(({ itemCode }) => itemCode ?? []);
  return [...now, ...(sent?.lines ?? []).map(({ itemCode }) => itemCode)];
}
