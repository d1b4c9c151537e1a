import { Decimal } from 'decimal.js';
import { formatMoney, type Money } from '../../../canonical/money.ts';
import type { BoiRecord } from '../../boi/record.ts';
import type { Slot } from '../../boi/slot.ts';

/** What an order comes to, as Sage works it out. */
export interface OrderTotals {
  readonly taxable: Money;
  readonly nonTaxable: Money;
  readonly discount: Money;
  readonly salesTax: Money;
  readonly freight: Money;
  readonly total: Money;
}

/** Plans to read the amounts of the order that is open. Sage has no column for the total: it is their sum. */
export function readTotals(order: BoiRecord): Slot<OrderTotals> {
  const taxable = order.number('TaxableAmt');
  const nonTaxable = order.number('NonTaxableAmt');
  const discount = order.number('DiscountAmt');
  const salesTax = order.number('SalesTaxAmt');
  const freight = order.number('FreightAmt');
  return {
    get value() {
      const total = Decimal.sum(taxable.value, nonTaxable.value, salesTax.value, freight.value);
      return {
        taxable: money(taxable.value),
        nonTaxable: money(nonTaxable.value),
        discount: money(discount.value),
        salesTax: money(salesTax.value),
        freight: money(freight.value),
        total: money(total.minus(discount.value))
      };
    }
  };
}

/** Amounts come as doubles; Sage's own have two digits after the point. */
export function money(amount: Decimal): Money {
  return formatMoney(amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}
