import type { SalesOrder } from '../../canonical/sales-order.ts';
import type { KeyReadOptions, SageRecords } from '../../sage/port/sage-records.ts';

export type OrderReads = Pick<SageRecords, 'salesOrders' | 'salesOrderHistory'>;

/**
 * Orders as Sage has them now, by number: among the open ones first, then in history, where finished ones go. One that
 * moves there between the two reads is found by the second.
 */
export async function readOrders(
  { salesOrders, salesOrderHistory }: OrderReads,
  numbers: readonly string[],
  options: KeyReadOptions = {}
): Promise<ReadonlyMap<string, SalesOrder>> {
  const open = await salesOrders.byKeys(numbers, options);
  const found = new Map(open.map((order) => [order.salesOrderNo, order]));
  const missing = numbers.filter((number) => !found.has(number));
  if (missing.length === 0) return found;
  const finished = await salesOrderHistory.byKeys(missing, options);
  for (const order of finished) found.set(order.salesOrderNo, order);
  return found;
}
