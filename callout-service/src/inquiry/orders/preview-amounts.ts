import { Decimal } from 'decimal.js';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import { formatMoney } from '../../canonical/money.ts';
import type { SalesOrderQuote } from '../../sage/port/sage-writer.ts';
import type { OrderPreview, OrderPreviewLine } from './order-preview-schema.ts';
import type { PreviewFacts } from './preview-facts.ts';

type Amounts = Pick<OrderPreview, 'subtotal' | 'discount' | 'freight' | 'salesTax' | 'total'>;

/** The amounts as Sage reckons them. */
export function quotedAmounts(quote: SalesOrderQuote): Amounts {
  return {
    subtotal: formatMoney(Decimal.sum(quote.taxable, quote.nonTaxable)),
    discount: quote.discount,
    freight: quote.freight,
    salesTax: quote.salesTax,
    total: quote.total
  };
}

/**
 * The amounts by rules, without tax. The discount is the order's, else that of the customer, and counts only for items
 * that allow it. Source: Sage 100 file layouts, AR_Customer.CustomerDiscountRate and CI_Item.AllowTradeDiscount.
 */
export function ruleAmounts(
  draft: SalesOrderDraft,
  lines: readonly OrderPreviewLine[],
  { customer, items }: PreviewFacts
): Amounts {
  const subtotal = sumOf(lines);
  const discountable = sumOf(
    lines.filter(({ itemCode }) => items.get(itemCode)?.item.allowTradeDiscount === true)
  );
  const rate = draft.discountRate ?? customer?.discountRate ?? '0';
  const discount = toCents(discountable.times(rate).dividedBy(100));
  const freight = toCents(new Decimal(draft.freightAmount ?? '0'));
  return {
    subtotal: formatMoney(subtotal),
    discount: formatMoney(discount),
    freight: formatMoney(freight),
    total: formatMoney(subtotal.minus(discount).plus(freight))
  };
}

function sumOf(lines: readonly OrderPreviewLine[]): Decimal {
  return Decimal.sum(0, ...lines.map((line) => line.extension ?? '0'));
}

function toCents(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
