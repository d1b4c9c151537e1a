import { randomInt } from 'node:crypto';
import { parseCustomerKey, type CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrderDraft } from '../../../canonical/drafts/sales-order-draft.ts';
import { formatQuantity } from '../../../canonical/quantity.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { BoiWork } from '../../boi/boi-work.ts';
import { businessObjectKinds } from '../../boi/business-object-kinds.ts';
import type { BoiLines } from '../../boi/lines.ts';
import type { Slot } from '../../boi/slot.ts';
import type { OrderDecisions } from '../../port/sage-order-checks.ts';
import type { SalesOrderQuote } from '../../port/sage-writer.ts';
import { retryInUse } from '../retry-in-use.ts';
import { tableFacts } from '../table-facts.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';
import { money, readTotals } from './order-totals.ts';
import { putNewHeader, putNewLine, type OrderTables } from './put-order.ts';

type QuotedLine = SalesOrderQuote['lines'][number];

/**
 * Has Sage price an order, reads what it comes to, and abandons it with nClear: nothing is written. It is entered under
 * a made-up number that no order has, so that none is used up. While writing is paused it rejects with LB516 at once.
 */
export async function quoteSalesOrder(
  draft: SalesOrderDraft,
  parts: WritingParts,
  decided: OrderDecisions = {}
): Promise<SalesOrderQuote> {
  const subject = `a sales order of ${draft.customerNo}`;
  throwFaults(await parts.checks.check(draft, decided), subject);
  const customer = parseCustomerKey(draft.customerNo);
  if (customer === undefined) throw new LedgerBridgeError('LB101', { detail: 'No customer is named.' });
  const tables = {
    headerTable: await tableFacts(parts.catalogue, 'SO_SalesOrderHeader'),
    lineTable: await tableFacts(parts.catalogue, 'SO_SalesOrderDetail')
  };
  const quote = () =>
    parts.queue.run({
      name: 'quote sales order',
      subject,
      // Somebody waits for the answer, and the rules can price the order in the meantime.
      whenPaused: 'refuse',
      perform: (work) => priceAndAbandon(work, draft, customer, tables)
    });
  return retryInUse(quote, parts.timing.inUseTimeoutMs);
}

async function priceAndAbandon(
  work: BoiWork,
  draft: SalesOrderDraft,
  customer: CustomerKey,
  tables: OrderTables
): Promise<SalesOrderQuote> {
  const order = await work.open(businessObjectKinds.salesOrder);
  putNewHeader(order, madeUpNumber(), customer, draft, tables);
  const lines = order.lines();
  const quoted: Slot<QuotedLine>[] = [];
  draft.lines.forEach((line, index) => {
    const read = (): void => {
      if (line.kind === 'item') quoted.push(readLine(lines, line.itemCode));
    };
    putNewLine(lines, line, index, tables, read);
  });
  const totals = readTotals(order);
  order.clear();
  await work.send();
  return { lines: quoted.map(({ value }) => value), ...totals.value, warnings: work.warnings };
}

function readLine(lines: BoiLines, itemCode: string): Slot<QuotedLine> {
  const quantity = lines.number('QuantityOrdered');
  const unitPrice = lines.number('UnitPrice');
  const extension = lines.number('ExtensionAmt');
  return {
    get value() {
      return {
        itemCode,
        quantity: formatQuantity(quantity.value),
        unitPrice: formatQuantity(unitPrice.value),
        extension: money(extension.value)
      };
    }
  };
}

const DIGITS = 36;

/** Sage's own numbers are digits alone; an order of these letters that somebody entered by hand is refused as new. */
function madeUpNumber(): string {
  const random = randomInt(DIGITS ** 5).toString(DIGITS);
  return `Q~${random.toUpperCase().padStart(5, '0')}`;
}
