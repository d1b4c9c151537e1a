import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { SalesOrder } from '../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { orderStatus } from '../../rules/order-status/order-status.ts';
import { withRecord } from '../../rules/order-draft/sent-after.ts';
import type { SentOrder } from '../../rules/order-draft/sent-order.ts';
import { itemsOf } from './items-of.ts';
import { readOrderInSage, standingOrder } from './order-in-sage.ts';
import type { OrderRun } from './order-out-options.ts';
import type { OrderSource } from './order-source.ts';
import { skipped, type OrderOutcome } from './outcome.ts';

/**
 * Cancels the order in Sage, where one was ever made: an attempt to make it whose end is not known is looked up first. A
 * record that was deleted since it asked is no reason not to.
 */
export async function cancelOrder(source: OrderSource | undefined, run: OrderRun): Promise<OrderOutcome> {
  const { story, writer, request, job, context } = run;
  const customerNo = await knownCustomer(source, run);
  const where = { numberOnRecord: source?.sageSalesOrderNo ?? null, customerNo };
  const standing = await story.step(
    'Looked for the order in Sage',
    () => standingOrder(where, run),
    (found) => (found === undefined ? 'there is none' : `it is ${found.salesOrderNo}`)
  );
  const about = { recordIsThere: source !== undefined, accountId: source?.account?.id ?? null };
  if (standing === undefined) return skipped('Nothing was cancelled: no order was ever made in Sage.', about);
  if (source !== undefined && isWithdrawn(source, request)) {
    return skipped('Nothing was cancelled: the record asks for its order again.', about);
  }
  const { salesOrderNo } = standing;
  const order = await readOrderInSage(salesOrderNo, run);
  context.signal.throwIfAborted();
  const receipt = await story.step(
    `Cancelled sales order ${salesOrderNo}`,
    () => inWordsOfState(() => writer.cancelSalesOrder({ salesOrderNo }), order),
    ({ outcome, warnings }) =>
      [outcome === 'unchanged' ? 'it was cancelled before' : 'Sage deleted it', ...warnings].join('. ')
  );
  const asking = { object: request.object, recordId: request.recordId };
  return {
    ...skipped(`Sales order ${salesOrderNo} is cancelled.`, about),
    action: receipt.outcome === 'unchanged' ? 'unchanged' : 'cancelled',
    salesOrderNo,
    sent: cancelled(standing.sent, order, asking),
    // An earlier attempt may have deleted it and ended before anybody was told of its stock.
    touched:
      receipt.outcome === 'unchanged' && job.attempt === 1 && !job.mustLookUp
        ? []
        : itemsOf(order, standing.sent)
  };
}

/**
 * A cancellation that comes late, after the tick was taken away again: the newer request that took it away decides. One
 * that came through the operation needs no tick.
 */
function isWithdrawn(source: OrderSource, { source: cameBy }: OrderRun['request']): boolean {
  return cameBy !== 'operation' && source.wanted && !source.cancelRequested;
}

function cancelled(
  sent: SentOrder | undefined,
  order: SalesOrder,
  asking: SentOrder['records'][number]
): SentOrder {
  const customerNo = `${order.arDivisionNo}-${order.customerNo}`;
  const before = sent ?? { customerNo, header: {}, lines: [], records: [], cancelled: true };
  return { ...before, records: withRecord(before.records, asking), cancelled: true };
}

/** Whose order it would be. Nobody is matched or made for a cancellation: without a customer no order was written. */
async function knownCustomer(
  source: OrderSource | undefined,
  { context }: OrderRun
): Promise<string | undefined> {
  const account = source?.account ?? null;
  if (account === null) return undefined;
  if (account.sageCustomerNo !== null) return account.sageCustomerNo;
  return (await context.store.links.bySalesforceId('customer', account.id))?.sageKey;
}

/** Does a write, and tells a refusal because of the order's state (LB517) in words of that state. */
export async function inWordsOfState<T>(write: () => Promise<T>, order: SalesOrder): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof LedgerBridgeError && error.code === 'LB517')) throw error;
    throw new LedgerBridgeError('LB517', {
      detail: `Sales order ${order.salesOrderNo} ${stateOf(order)}, so Sage no longer takes the change.`,
      cause: error
    });
  }
}

/** Only expiry depends on the day, and a quote that expired can still be changed. */
const ANY_DAY: CalendarDay = '1900-01-01';

function stateOf(order: SalesOrder): string {
  if (order.place === 'open' && order.invoiceNo !== null) return 'is being invoiced';
  const lines = order.lines.filter(({ itemType, cancelled: gone }) => itemType !== 'comment' && !gone);
  const answer = orderStatus({ ...order, lines, today: ANY_DAY });
  return answer.known ? `is ${answer.status}` : 'is finished';
}
