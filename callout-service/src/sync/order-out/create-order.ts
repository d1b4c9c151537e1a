import type { SalesOrder } from '../../canonical/sales-order.ts';
import { creditMessage, creditWords } from '../../rules/order-draft/credit-words.ts';
import { sentAfter } from '../../rules/order-draft/sent-after.ts';
import { readOrderInSage } from './order-in-sage.ts';
import type { OrderRun } from './order-out-options.ts';
import type { OrderSource } from './order-source.ts';
import type { OrderOutcome } from './outcome.ts';
import type { PreparedOrder } from './prepare-draft.ts';
import { inWordsOfOrder } from './refuse.ts';

/** Writes a new order; credit is decided by what it comes to in Sage, just before it is written. */
export async function createOrder(
  source: OrderSource,
  { draft, origins, wanted }: PreparedOrder,
  run: OrderRun
): Promise<OrderOutcome> {
  const { story, writer, rules, request, context } = run;
  context.signal.throwIfAborted();
  const { creditReaction } = rules;
  const receipt = await story.step(
    'Wrote the order',
    () => inWordsOfOrder(() => writer.createSalesOrder(draft, { creditReaction }), source, origins),
    ({ key, outcome }) => (outcome === 'found' ? `${key} was there already` : `Sage gave it number ${key}`)
  );
  const { credit, warnings } = receipt;
  if (credit !== undefined) story.tell(creditWords(credit, run.company.currency));
  story.tell(...warnings.map((warning) => `Sage remarks: ${warning}`));
  const order = await story.step('Read it back', () => readOrderInSage(receipt.key, run), totalsOf);
  const sent = sentAfter(
    { draft, wanted, object: request.object, recordId: request.recordId },
    order.lines,
    undefined
  );
  const against = credit && creditMessage(credit);
  return {
    action: receipt.outcome === 'found' ? 'unchanged' : 'created',
    salesOrderNo: receipt.key,
    sent,
    touched: order.lines.flatMap(({ itemCode }) => itemCode ?? []),
    code: against?.code ?? null,
    message: against?.message ?? null,
    recordIsThere: true,
    accountId: source.account?.id ?? null
  };
}

/** What an order comes to, for people. */
export function totalsOf({ total, lines }: Pick<SalesOrder, 'total' | 'lines'>): string {
  return `${lines.length} lines, total ${total}`;
}
