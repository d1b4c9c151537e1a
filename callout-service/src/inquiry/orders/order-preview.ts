import { Decimal } from 'decimal.js';
import type { CreditDecision } from '../../canonical/credit-decision.ts';
import type { Customer } from '../../canonical/customer.ts';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import { formatMoney, type Money } from '../../canonical/money.ts';
import { decideCredit, type CreditDecisionSettings } from '../../rules/credit-decision.ts';
import type { SageOrderChecks } from '../../sage/port/sage-order-checks.ts';
import type { SageWriter } from '../../sage/port/sage-writer.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { createSageDay } from '../sage-day.ts';
import type { OrderPreview } from './order-preview-schema.ts';
import { quotedAmounts, ruleAmounts } from './preview-amounts.ts';
import { readPreviewFacts, type PreviewRecords } from './preview-facts.ts';
import { previewLines, type PreviewSettings } from './preview-lines.ts';
import { readSalesOrderDraft } from './read-draft.ts';
import { askForQuote, type QuoteOutcome } from './sage-quote.ts';

export { orderPreviewSchema } from './order-preview-schema.ts';

export interface OrderPreviewParts extends PreviewSettings {
  readonly records: PreviewRecords;
  readonly checks: SageOrderChecks;
  /** Absent where the service does not write: then the rules price the order, and tax is not known. */
  readonly writer?: Pick<SageWriter, 'quoteSalesOrder'>;
  readonly credit: CreditDecisionSettings;
  readonly currency: string;
  readonly timeZone: string;
  readonly clock: Clock;
}

/**
 * Makes the inquiry "preview of an order": what Sage would book, and everything it would refuse, all at once. Nothing is
 * written, and no figure is older than the answer. It takes the JSON of a draft and rejects with LB104 (not a draft) or
 * LB3xx.
 */
export function createOrderPreview(parts: OrderPreviewParts): (order: string) => Promise<OrderPreview> {
  const sageDay = createSageDay(parts.timeZone);
  return async (text) => {
    const draft = readSalesOrderDraft(text);
    const now = parts.clock();
    const day = draft.orderDate ?? sageDay(now);
    const [found, facts] = await Promise.all([
      parts.checks.check(draft),
      readPreviewFacts(draft, day, parts.records)
    ]);
    const asked = await quoteOf(draft, found.length === 0 ? parts.writer : undefined);
    const { quote } = asked;
    const lines = previewLines({ draft, facts, quote, day }, parts);
    const amounts = quote === undefined ? ruleAmounts(draft, lines, facts) : quotedAmounts(quote);
    const credit = facts.customer && creditOf(facts.customer, amounts.total, parts.credit);
    return {
      customerNo: draft.customerNo,
      currency: parts.currency,
      pricedBy: quote === undefined ? 'rules' : 'sage',
      lines,
      ...amounts,
      ...(credit && { credit }),
      faults: [...found, ...asked.faults],
      warnings: [...asked.warnings],
      asOf: now.toUTC().toISO()
    };
  };
}

/** An order with faults is not shown to Sage, which would stop at the first of them. */
async function quoteOf(draft: SalesOrderDraft, writer: OrderPreviewParts['writer']): Promise<QuoteOutcome> {
  return writer === undefined ? { faults: [], warnings: [] } : askForQuote(draft, writer);
}

function creditOf(customer: Customer, total: Money, settings: CreditDecisionSettings): CreditDecision {
  return decideCredit(customer, formatMoney(Decimal.max(0, total)), settings);
}
