import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import { orderStatus } from '../../../rules/order-status/order-status.ts';
import type { WritingParts } from '../writing-parts.ts';

/**
 * The open order of that number. Rejects with LB403 when Sage has none, with LB517 when it is being invoiced, or is
 * shipped, completed or cancelled.
 */
export async function changeableOrder(
  salesOrderNo: string,
  { records }: Pick<WritingParts, 'records'>
): Promise<SalesOrder> {
  const [order] = await records.salesOrders.byKeys([salesOrderNo]);
  if (order !== undefined) {
    refuseFinished(order);
    return order;
  }
  const [past] = await records.salesOrderHistory.byKeys([salesOrderNo], { withLines: false });
  if (past !== undefined) throw finished(salesOrderNo, 'is completed or cancelled');
  throw new LedgerBridgeError('LB403', {
    detail: 'Sage has no such sales order.',
    subject: `sales order ${salesOrderNo}`
  });
}

function refuseFinished(order: SalesOrder): void {
  const { salesOrderNo, invoiceNo } = order;
  if (invoiceNo !== null) throw finished(salesOrderNo, `is being invoiced`);
  const lines = order.lines
    .filter(({ itemType }) => itemType !== 'comment')
    .map(({ quantityOrdered, quantityShipped }) => ({
      quantityOrdered,
      quantityShipped,
      quantityInvoiced: '0.000000'
    }));
  // Expiry does not keep a quote from being changed, so any day does.
  const answer = orderStatus({ ...order, expiresOn: null, lines, today: '1900-01-01' });
  if (answer.known && FINISHED.has(answer.status)) throw finished(salesOrderNo, `is ${answer.status}`);
}

const FINISHED: ReadonlySet<string> = new Set(['shipped', 'invoiced', 'completed', 'cancelled']);

export function finished(salesOrderNo: string, why: string): LedgerBridgeError {
  return new LedgerBridgeError('LB517', {
    detail: `The sales order ${why}.`,
    subject: `sales order ${salesOrderNo}`
  });
}
