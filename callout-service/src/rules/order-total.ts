import { Decimal } from 'decimal.js';
import { formatMoney, type Money } from '../canonical/money.ts';

/** The amounts of SO_SalesOrderHeader, as exact decimal strings. */
export interface OrderAmounts {
  readonly taxable: string;
  readonly nonTaxable: string;
  readonly discount: string;
  readonly salesTax: string;
  readonly freight: string;
}

/**
 * The total of a sales order, which Sage shows but does not store: taxable + non-taxable − discount + sales tax +
 * freight. Source: Sage's published demo order 0000115 (8600.00 − 860.00 + 116.10 = 7856.10); that freight is added is
 * inferred from the order's printed form.
 */
export function orderTotal(amounts: OrderAmounts): Money {
  return formatMoney(
    new Decimal(amounts.taxable)
      .plus(amounts.nonTaxable)
      .minus(amounts.discount)
      .plus(amounts.salesTax)
      .plus(amounts.freight)
  );
}
