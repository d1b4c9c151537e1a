import { Decimal } from 'decimal.js';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import { formatMoney } from '../../canonical/money.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { SageOrderChecks } from '../../sage/port/sage-order-checks.ts';
import type { SageWriter, SalesOrderQuote } from '../../sage/port/sage-writer.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { CreditAnswer } from '../credit/credit-check.ts';
import type { OrderPreview, OrderPreviewLine } from './order-preview-schema.ts';
import { previewLines, type PreviewLineParts } from './preview-lines.ts';
import { readSalesOrderDraft } from './read-draft.ts';

export { orderPreviewSchema } from './order-preview-schema.ts';

export interface OrderPreviewParts extends PreviewLineParts {
  readonly checks: SageOrderChecks;
  /** Absent where the service does not write: then the rules price the order, and tax is not known. */
  readonly writer?: Pick<SageWriter, 'quoteSalesOrder'>;
  readonly creditOf: (customerNo: string, orderAmount: Decimal) => Promise<CreditAnswer>;
  readonly currency: string;
  readonly clock: Clock;
}

/**
 * Makes the inquiry "preview of an order": what Sage would book, and everything it would refuse, all at once. Nothing is
 * written. It takes the JSON of a draft and rejects with LB104 (not a draft) or LB3xx.
 */
export function createOrderPreview(parts: OrderPreviewParts): (order: string) => Promise<OrderPreview> {
  return async (text) => {
    const draft = readSalesOrderDraft(text);
    const asOf = parts.clock().toUTC().toISO();
    const faults = await parts.checks.check(draft);
    const quote = faults.length === 0 ? await quoteOf(draft, parts) : undefined;
    const lines = await previewLines(draft, quote, parts);
    const amounts = quote === undefined ? ruleAmounts(draft, lines) : quotedAmounts(quote);
    const credit = await creditOf(draft.customerNo, amounts.total, faults, parts);
    return {
      customerNo: draft.customerNo,
      currency: parts.currency,
      pricedBy: quote === undefined ? 'rules' : 'sage',
      lines,
      ...amounts,
      ...(credit && { credit: credit.decision }),
      faults: [...faults],
      warnings: [...(quote?.warnings ?? [])],
      asOf
    };
  };
}

/** Sage's own prices, unless it cannot be asked for them now: a preview by rules is better than none. */
async function quoteOf(
  draft: SalesOrderDraft,
  { writer }: OrderPreviewParts
): Promise<SalesOrderQuote | undefined> {
  if (writer === undefined) return undefined;
  try {
    return await writer.quoteSalesOrder(draft);
  } catch (thrown) {
    if (asLedgerBridgeError(thrown).entry.kind === 'transient') return undefined;
    throw thrown;
  }
}

type Amounts = Pick<OrderPreview, 'subtotal' | 'discount' | 'freight' | 'salesTax' | 'total'>;

function quotedAmounts(quote: SalesOrderQuote): Amounts {
  return {
    subtotal: formatMoney(Decimal.sum(quote.taxable, quote.nonTaxable)),
    discount: quote.discount,
    freight: quote.freight,
    salesTax: quote.salesTax,
    total: quote.total
  };
}

function ruleAmounts(draft: SalesOrderDraft, lines: readonly OrderPreviewLine[]): Amounts {
  const subtotal = Decimal.sum(0, ...lines.map((line) => line.extension ?? '0'));
  const discount = subtotal
    .times(draft.discountRate ?? '0')
    .dividedBy(100)
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const freight = new Decimal(draft.freightAmount ?? '0').toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return {
    subtotal: formatMoney(subtotal),
    discount: formatMoney(discount),
    freight: formatMoney(freight),
    total: formatMoney(subtotal.minus(discount).plus(freight))
  };
}

/** A customer that Sage does not have is among the faults already. */
async function creditOf(
  customerNo: string,
  total: string,
  faults: readonly FieldFault[],
  parts: OrderPreviewParts
): Promise<CreditAnswer | undefined> {
  if (faults.some((fault) => fault.field === 'customerNo')) return undefined;
  return parts.creditOf(customerNo, Decimal.max(0, total));
}
