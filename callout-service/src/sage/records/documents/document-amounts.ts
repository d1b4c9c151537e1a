import { orderTotal, type OrderAmounts } from '../../../rules/order-total.ts';

/** The amounts of a document's header with the total that Sage shows but does not store. */
export function documentAmounts(amounts: OrderAmounts) {
  return {
    taxableAmount: amounts.taxable,
    nonTaxableAmount: amounts.nonTaxable,
    discountAmount: amounts.discount,
    salesTaxAmount: amounts.salesTax,
    freightAmount: amounts.freight,
    total: orderTotal(amounts)
  };
}

interface HeaderRow {
  readonly TaxableAmt: string;
  readonly NonTaxableAmt: string;
  readonly DiscountAmt: string;
  readonly SalesTaxAmt: string;
  readonly FreightAmt: string;
}

/** As `documentAmounts`, for the headers that give these columns their usual names. */
export function headerAmounts(row: HeaderRow) {
  return documentAmounts({
    taxable: row.TaxableAmt,
    nonTaxable: row.NonTaxableAmt,
    discount: row.DiscountAmt,
    salesTax: row.SalesTaxAmt,
    freight: row.FreightAmt
  });
}
