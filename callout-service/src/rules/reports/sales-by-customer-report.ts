import { Decimal } from 'decimal.js';
import type { Invoice } from '../../canonical/invoice.ts';
import { formatMoney } from '../../canonical/money.ts';
import type { SalesByCustomerRow } from '../../canonical/reports/report-row.ts';
import { inKeyOrder } from './key-order.ts';
import { isSale, salesMonth, type SalesPeriod } from './sales-document.ts';

interface Sales {
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly month: string;
  invoiceCount: number;
  sales: Decimal;
  cost: Decimal;
}

/**
 * Adds up sales and cost of sales by customer and month, of pages of posted invoices in any order; it keeps one sum a
 * row. Figures have Sage's own sign, so a credit memo lowers both. The count is of documents of every kind.
 */
export class SalesByCustomerReport {
  readonly #period: SalesPeriod;
  readonly #sums = new Map<string, Sales>();

  constructor(period: SalesPeriod = {}) {
    this.#period = period;
  }

  add(page: readonly Invoice[]): void {
    for (const invoice of page) if (isSale(invoice, this.#period)) this.#addOne(invoice);
  }

  /** By division, customer and month. */
  rows(): readonly SalesByCustomerRow[] {
    return inKeyOrder(this.#sums).map(({ sales, cost, ...row }) => ({
      ...row,
      sales: formatMoney(sales),
      cost: formatMoney(cost)
    }));
  }

  #addOne(invoice: Invoice): void {
    const { arDivisionNo, customerNo } = invoice;
    const month = salesMonth(invoice);
    const key = `${arDivisionNo}\0${customerNo}\0${month}`;
    const nothing = new Decimal(0);
    const sum = this.#sums.get(key) ?? {
      arDivisionNo,
      customerNo,
      month,
      invoiceCount: 0,
      sales: nothing,
      cost: nothing
    };
    sum.invoiceCount += 1;
    sum.sales = sum.sales
      .plus(invoice.taxableAmount)
      .plus(invoice.nonTaxableAmount)
      .minus(invoice.discountAmount);
    sum.cost = sum.cost.plus(invoice.costOfSalesAmount);
    this.#sums.set(key, sum);
  }
}
