import { tenthsOfPercent } from '../money.ts';
import type { Cents } from '../money.ts';
import type { Account } from './account.ts';
import type { Item } from './items.ts';
import type { Random } from './random.ts';
import type { SageRecord } from './record-writer.ts';

/** The amounts that make up a document. */
export interface DocumentAmounts {
  readonly taxable: Cents;
  readonly nonTaxable: Cents;
  readonly discount: Cents;
  readonly salesTax: Cents;
  readonly freight: Cents;
}

/** One line of an order or invoice. */
export interface DocumentLine {
  readonly item: Item;
  readonly quantity: number;
  /** Of the quantity ordered, what could not be shipped. */
  readonly backordered: number;
  readonly unitPrice: Cents;
  readonly warehouseCode: string;
  /** Of the quantity ordered, what earlier invoices have taken; none when left out. */
  readonly shipped?: number;
  /** LineDiscountPercent, in whole percent. */
  readonly discountPercent?: number;
  /** Further columns of the line, by Sage's names. */
  readonly more?: SageRecord;
}

/**
 * What a document comes to. Sage has no such column: it is TaxableAmt + NonTaxableAmt - DiscountAmt + SalesTaxAmt +
 * FreightAmt, which the amounts published for order 0000115 of ABC bear out.
 */
export function documentTotal(amounts: DocumentAmounts): Cents {
  return amounts.taxable + amounts.nonTaxable - amounts.discount + amounts.salesTax + amounts.freight;
}

/**
 * What a line comes to: what is still open of it, less its discount. That Sage leaves out what has been shipped is
 * inferred from the balance of a back order.
 */
export function extension(line: DocumentLine): Cents {
  const gross = timesQuantity(line.unitPrice, line.quantity - (line.shipped ?? 0));
  return gross - tenthsOfPercent(gross, (line.discountPercent ?? 0) * 10);
}

/** The amounts of a document with these lines for a customer that is exempt from tax. */
export function exemptAmounts(lines: readonly DocumentLine[]): DocumentAmounts {
  return plainAmounts(lines.reduce((sum, line) => sum + extension(line), 0));
}

/** A quantity of up to six digits after the point at a price, half a cent rounded up. */
function timesQuantity(price: Cents, quantity: number): Cents {
  return Math.floor((Math.round(quantity * 1_000_000) * price + 500_000) / 1_000_000);
}

/** The amounts of a document with these lines: taxed as the customer is, freight on some. */
export function amountsOf(account: Account, lines: readonly DocumentLine[], random: Random): DocumentAmounts {
  const goods = lines.reduce((sum, line) => sum + extension(line), 0);
  const isTaxable = account.taxTenthsOfPercent > 0;
  return {
    taxable: isTaxable ? goods : 0,
    nonTaxable: isTaxable ? 0 : goods,
    discount: 0,
    salesTax: tenthsOfPercent(goods, account.taxTenthsOfPercent),
    freight: random.chance(0.3) ? random.integer(500, 9_500) : 0
  };
}

/** Amounts of a document of which only the total is known. */
export function plainAmounts(total: Cents): DocumentAmounts {
  return { taxable: 0, nonTaxable: total, discount: 0, salesTax: 0, freight: 0 };
}

/** Makes lines up: some of the items, a few units each, at their standard price. */
export function inventLines(
  random: Random,
  items: readonly Item[],
  meanCount: number,
  warehouseCodes: readonly string[]
): DocumentLine[] {
  return Array.from({ length: 1 + random.count(meanCount - 1) }, () => {
    const item = random.pick(items);
    const quantity = random.integer(1, 6);
    return {
      item,
      quantity,
      backordered: random.chance(0.08) ? random.integer(1, quantity) : 0,
      unitPrice: item.price,
      warehouseCode: random.pick(warehouseCodes)
    };
  });
}
