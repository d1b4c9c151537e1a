import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { inWords } from '../../rules/order-draft/in-words.ts';
import { withRecord } from '../../rules/order-draft/sent-after.ts';
import { fieldFault } from '../../rules/written-values/field-fault.ts';
import { amendOrder } from './amend-order.ts';
import { createOrder } from './create-order.ts';
import { readOrderInSage, standingOrder } from './order-in-sage.ts';
import type { OrderRun } from './order-out-options.ts';
import type { OrderSource, SourceAccount } from './order-source.ts';
import { skipped, type OrderOutcome } from './outcome.ts';
import { prepareDraft } from './prepare-draft.ts';
import { refuseFaults, subjectOf } from './refuse.ts';

/** Brings Sage in step with the record as it is now: makes the order, changes it, or finds that nothing is to be done. */
export async function bringInStep(source: OrderSource | undefined, run: OrderRun): Promise<OrderOutcome> {
  if (source === undefined) return recordGone(run);
  if (!source.wanted) return notWanted(source, whyNotWanted(source), run);
  // Requests may come late and out of turn, after a gap in the stream: what a person asked for last is what holds.
  if (source.cancelRequested) return notWanted(source, 'Its cancellation is asked for', run);
  const account = accountOf(source);
  const customer = await run.story.step(
    'Found the customer',
    () => run.customers.resolve(account, source.contact, run.rules, run.context.store),
    ({ customerNo, story }) => `${customerNo}. ${story}`
  );
  const where = { numberOnRecord: source.sageSalesOrderNo, customerNo: customer.customerNo };
  const standing = await run.story.step(
    'Looked for the order in Sage',
    () => standingOrder(where, run),
    (found) => (found === undefined ? 'there is none yet' : `it is ${found.salesOrderNo}`)
  );
  const records = standing?.sent?.records ?? [];
  if (source.object === 'Opportunity' && records.some(({ object }) => object === 'Order'))
    return ordersGoFirst(source, standing?.salesOrderNo ?? null, standing?.sent, run);
  const prepared = await run.story.step(
    'Found the items and made the draft',
    () => prepareDraft(source, customer.customerNo, run),
    ({ draft, faults }) => `${draft.lines.length} lines, ${faults.length} faults`
  );
  run.story.tell(...prepared.story);
  if (standing === undefined) {
    const faults = await everyFault(source, prepared, run);
    refuseFaults(faults, subjectOf(source));
    return createOrder(source, prepared, run);
  }
  refuseFaults(prepared.faults, subjectOf(source));
  const order = await readOrderInSage(standing.salesOrderNo, run);
  return amendOrder(source, prepared, { order, sent: standing.sent }, run);
}

/** Asks Sage what it would refuse too, with whatever of the order could be made, so that people are told everything. */
async function everyFault(
  source: OrderSource,
  { draft, origins, faults }: Awaited<ReturnType<typeof prepareDraft>>,
  { sage, rules, story }: OrderRun
): Promise<readonly FieldFault[]> {
  const check = () => sage.checks.check(draft, { creditReaction: rules.creditReaction });
  const found = await story.step('Checked it against Sage', check, ({ length }) => `${length} faults`);
  // Lines whose items are not known are left out of the draft: that none is left is no fault of its own.
  const own = found.filter(({ field }) => !(field === 'lines' && faults.length > 0));
  return [...faults, ...inWords(own, source, origins)];
}

function accountOf(source: OrderSource): SourceAccount {
  const { account, lines } = source;
  const faults: FieldFault[] = [];
  if (account === null)
    faults.push(fieldFault('LB757', { field: 'AccountId', value: '' }, 'The order has no account.'));
  if (lines.length === 0)
    faults.push(fieldFault('LB754', { field: 'lines', value: '' }, 'The order has no products.'));
  refuseFaults(faults, subjectOf(source));
  if (account === null) throw new LedgerBridgeError('LB757', { detail: 'The order has no account.' });
  return account;
}

/** A record that was deleted cancels nothing: what stands in Sage stays until a person asks for it. */
async function recordGone(run: OrderRun): Promise<OrderOutcome> {
  const standing = await standingOrder({ numberOnRecord: null, customerNo: undefined }, run);
  const stands =
    standing === undefined
      ? 'No order stands in Sage.'
      : `Sales order ${standing.salesOrderNo} stays as it is.`;
  run.story.tell(`The record is not there any more. ${stands}`);
  return skipped(stands, { recordIsThere: false, salesOrderNo: standing?.salesOrderNo ?? null });
}

function whyNotWanted({ object }: OrderSource): string {
  return object === 'Order' ? 'The order is not activated any more' : 'The opportunity is not won any more';
}

async function notWanted(source: OrderSource, why: string, run: OrderRun): Promise<OrderOutcome> {
  const where = { numberOnRecord: source.sageSalesOrderNo, customerNo: undefined };
  const standing = await standingOrder(where, run);
  const message =
    standing === undefined
      ? `${why}: nothing was sent to Sage.`
      : `${why}: sales order ${standing.salesOrderNo} stays as it is until it is cancelled.`;
  run.story.tell(message);
  return skipped(message, {
    salesOrderNo: standing?.salesOrderNo ?? null,
    sent: standing?.sent,
    accountId: source.account?.id ?? null
  });
}

/** The order is the later document: once it has asked, the opportunity it comes from changes nothing any more. */
function ordersGoFirst(
  source: OrderSource,
  salesOrderNo: string | null,
  sent: OrderOutcome['sent'],
  { story, request }: OrderRun
): OrderOutcome {
  story.tell(
    'The activated order of this opportunity is what stands in Sage: the opportunity changes nothing.'
  );
  const asking = { object: request.object, recordId: request.recordId };
  return {
    ...skipped('', { accountId: source.account?.id ?? null }),
    action: 'unchanged',
    message: null,
    salesOrderNo,
    sent: sent && { ...sent, records: withRecord(sent.records, asking) }
  };
}
