import { parseCustomerKey, type CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrderDraft } from '../../../canonical/drafts/sales-order-draft.ts';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { orderDifferences } from '../../../rules/order-faults/order-differences.ts';
import type { OrderDecisions } from '../../port/sage-order-checks.ts';
import type { WriteReceipt } from '../../port/sage-writer.ts';
import { outcomeOf } from '../outcome.ts';
import { retryInUse } from '../retry-in-use.ts';
import { tableFacts } from '../table-facts.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';
import { createOrderOperation, type CreatedOrder, type NewOrder } from './create-order-operation.ts';
import { creditJudge, type CreditJudge } from './judge-credit.ts';
import { findOrderOfRequest, orderRequestKeyColumn } from './order-request-keys.ts';

/** Collisions of a number that are survived: Sage's next number may stand for an order that was entered by hand. */
const NUMBERS_TRIED = 3;

/**
 * Creates an order, or finds the one that this request has made before. Requests of one key wait for each other; the
 * look-up comes first, then the checks, then the write, and after an unknown outcome the look-up again.
 */
export function createSalesOrder(
  draft: SalesOrderDraft,
  parts: WritingParts,
  decided: OrderDecisions = {}
): Promise<WriteReceipt> {
  return parts.alone.run(`order request ${draft.requestKey}`, async () => {
    const column = await orderRequestKeyColumn(draft.requestKey, parts);
    const customer = parseCustomerKey(draft.customerNo);
    const known =
      customer === undefined
        ? undefined
        : await findOrderOfRequest(draft.requestKey, customer, column, parts);
    if (known !== undefined) return foundReceipt(draft, known, parts);
    throwFaults(await parts.checks.check(draft, decided), `a sales order of ${draft.customerNo}`);
    if (customer === undefined) throw new LedgerBridgeError('LB101', { detail: 'No customer is named.' });
    return writeNew(draft, customer, column, { ...parts, decided });
  });
}

interface DecidedParts extends WritingParts {
  readonly decided: OrderDecisions;
}

/** The decision on credit is told to who decided what follows from it. */
function decisionOf(credit: CreditJudge | undefined, parts: DecidedParts) {
  return parts.decided.creditReaction === undefined ? undefined : credit?.decision();
}

async function writeNew(
  draft: SalesOrderDraft,
  customer: CustomerKey,
  column: string,
  parts: DecidedParts
): Promise<WriteReceipt> {
  const credit = await creditJudge(draft, customer, parts);
  const order = { ...(await newOrder(draft, customer, column, parts)), judge: credit?.judge };
  const look = () => findOrderOfRequest(draft.requestKey, customer, column, parts);
  const outcome = await outcomeOf(() => writeUnderNumber(order, look, parts), look, parts.timing);
  if (outcome.type === 'looked-up') return foundReceipt(draft, outcome.found, parts);
  if ('found' in outcome.result) return foundReceipt(draft, outcome.result.found, parts);
  parts.numbers.forget(draft.requestKey);
  const receipt = await createdReceipt(draft, outcome.result, parts);
  const decision = decisionOf(credit, parts);
  return decision === undefined ? receipt : { ...receipt, credit: decision };
}

async function newOrder(
  draft: SalesOrderDraft,
  customer: CustomerKey,
  requestKeyColumn: string,
  parts: WritingParts
): Promise<Omit<NewOrder, 'salesOrderNo' | 'judge'>> {
  return {
    draft,
    customer,
    requestKeyColumn,
    tables: {
      headerTable: await tableFacts(parts.catalogue, 'SO_SalesOrderHeader'),
      lineTable: await tableFacts(parts.catalogue, 'SO_SalesOrderDetail')
    },
    onNumber: (salesOrderNo) => parts.numbers.keep(draft.requestKey, salesOrderNo)
  };
}

/** Writes under the number of the last attempt, if there was one. One that is taken by now may be our own. */
async function writeUnderNumber(
  order: Omit<NewOrder, 'salesOrderNo'>,
  look: () => Promise<SalesOrder | undefined>,
  parts: WritingParts
): Promise<CreatedOrder | { readonly found: SalesOrder }> {
  const { requestKey } = order.draft;
  for (let tried = 1; ; tried += 1) {
    const operation = createOrderOperation({ ...order, salesOrderNo: parts.numbers.of(requestKey) });
    try {
      return await retryInUse(() => parts.queue.run(operation), parts.timing.inUseTimeoutMs);
    } catch (error) {
      if (!(error instanceof LedgerBridgeError && error.code === 'LB525')) throw error;
      const found = await look();
      if (found !== undefined) return { found };
      parts.numbers.forget(requestKey);
      if (tried === NUMBERS_TRIED) throw error;
    }
  }
}

function foundReceipt(draft: SalesOrderDraft, order: SalesOrder, parts: WritingParts): WriteReceipt {
  parts.numbers.forget(draft.requestKey);
  const differences = orderDifferences(draft, order);
  if (differences.length === 0) return { key: order.salesOrderNo, outcome: 'found', warnings: [] };
  throw new LedgerBridgeError('LB521', {
    detail: 'The order that Sage has under this request key is another one.',
    subject: `sales order ${order.salesOrderNo}`,
    faults: differences.map((problem) => ({
      code: 'LB521' as const,
      field: 'requestKey',
      value: draft.requestKey,
      problem,
      fix: `Change sales order ${order.salesOrderNo}, or send a request with a key of its own.`
    }))
  });
}

/** The order is there by Sage's own answer; reading it back shows whether it holds what was asked for. */
async function createdReceipt(
  draft: SalesOrderDraft,
  { salesOrderNo, warnings }: CreatedOrder,
  parts: WritingParts
): Promise<WriteReceipt> {
  const [order] = await parts.records.salesOrders.byKeys([salesOrderNo]).catch((error: unknown) => {
    parts.boi.logger?.warn({ err: error }, 'an order that was written could not be read back');
    return [];
  });
  const differences = order === undefined ? [] : orderDifferences(draft, order);
  return { key: salesOrderNo, outcome: 'created', warnings: [...warnings, ...differences] };
}
