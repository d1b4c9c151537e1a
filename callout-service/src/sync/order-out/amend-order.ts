import type { SalesOrder } from '../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { creditMessage, creditWords } from '../../rules/order-draft/credit-words.ts';
import { orderChange } from '../../rules/order-draft/order-change.ts';
import { sentAfter } from '../../rules/order-draft/sent-after.ts';
import type { SentOrder } from '../../rules/order-draft/sent-order.ts';
import { inWordsOfState } from './cancel-order.ts';
import { totalsOf } from './create-order.ts';
import { itemsOf } from './items-of.ts';
import { readOrderInSage } from './order-in-sage.ts';
import type { OrderRun } from './order-out-options.ts';
import type { OrderSource } from './order-source.ts';
import type { OrderOutcome } from './outcome.ts';
import type { PreparedOrder } from './prepare-draft.ts';
import { inWordsOfOrder, subjectOf } from './refuse.ts';

/** Sends what changed in Salesforce since the order was last sent; nothing where nothing did. */
export async function amendOrder(
  source: OrderSource,
  { draft, wanted }: PreparedOrder,
  { order, sent }: { readonly order: SalesOrder; readonly sent: SentOrder | undefined },
  run: OrderRun
): Promise<OrderOutcome> {
  const { story, writer, request, job, context, rules } = run;
  refuseOtherCustomer(draft.customerNo, order, source);
  refuseCancelled(sent, order);
  const adopt = job.mustLookUp || job.attempt > 1;
  // An earlier attempt may have moved stock in Sage and ended before anybody was told.
  const mayHaveWritten = adopt || sent === undefined;
  const {
    change,
    origins,
    touched,
    story: told
  } = orderChange(draft, wanted, order, {
    sent,
    object: request.object,
    adopt
  });
  story.tell(...told);
  context.signal.throwIfAborted();
  const receipt =
    change === undefined
      ? undefined
      : await story.step(
          `Changed sales order ${order.salesOrderNo}`,
          () =>
            inWordsOfOrder(
              () =>
                inWordsOfState(
                  () => writer.updateSalesOrder(change, { creditReaction: rules.creditReaction }),
                  order
                ),
              source,
              origins
            ),
          ({ outcome, warnings }) => [outcome, ...warnings].join('. ')
        );
  const credit = receipt?.credit;
  if (credit !== undefined) story.tell(creditWords(credit, run.company.currency));
  const against = credit && creditMessage(credit);
  if (receipt === undefined)
    story.tell('Nothing changed in Salesforce since it was sent: nothing is written.');
  const isChanged = receipt?.outcome === 'updated';
  const now = isChanged
    ? await story.step('Read it back', () => readOrderInSage(order.salesOrderNo, run), totalsOf)
    : order;
  const asking = { draft, wanted, object: request.object, recordId: request.recordId };
  return {
    action: isChanged ? 'updated' : 'unchanged',
    salesOrderNo: order.salesOrderNo,
    sent: sentAfter(asking, now.lines, sent),
    touched: mayHaveWritten ? [...touched, ...itemsOf(order, sent)] : isChanged ? touched : [],
    code: against?.code ?? null,
    message: against?.message ?? null,
    recordIsThere: true,
    accountId: source.account?.id ?? null
  };
}

function refuseOtherCustomer(customerNo: string, order: SalesOrder, source: OrderSource): void {
  const has = `${order.arDivisionNo}-${order.customerNo}`;
  if (has === customerNo.trim().toUpperCase()) return;
  throw new LedgerBridgeError('LB517', {
    detail: `Sales order ${order.salesOrderNo} is for another customer, and Sage moves no order to another one.`,
    subject: subjectOf(source)
  });
}

/** One request key makes one order: a deal that comes back after its order was cancelled needs a record of its own. */
function refuseCancelled(sent: SentOrder | undefined, order: SalesOrder): void {
  const isDeleted = order.place === 'history' && ['X', 'Z'].includes(order.orderStatus);
  if (sent?.cancelled !== true && !isDeleted) return;
  throw new LedgerBridgeError('LB517', {
    detail: `Sales order ${order.salesOrderNo} is cancelled, so Sage no longer takes the change.`
  });
}
