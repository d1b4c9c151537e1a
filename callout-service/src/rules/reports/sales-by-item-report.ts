import { Decimal } from 'decimal.js';
import type { Invoice, InvoiceLine } from '../../canonical/invoice.ts';
import { formatMoney } from '../../canonical/money.ts';
import { formatQuantity } from '../../canonical/quantity.ts';
import type { SalesByItemRow } from '../../canonical/reports/report-row.ts';
import { inKeyOrder } from './key-order.ts';
import { isSale, salesMonth, type SalesPeriod } from './sales-document.ts';

interface Sales {
  readonly itemCode: string;
  readonly month: string;
  quantity: Decimal;
  sales: Decimal;
  cost: Decimal;
}

/**
 * Adds up what was sold of each item by month, of pages of posted invoices with their lines in any order; it keeps one
 * sum a row. Lines without an item and comments are no sales. Sales are the lines' extensions, before a discount on the
 * whole invoice, which Sage does not divide among lines; a line's cost is its quantity times its unit cost, in cents.
 */
export class SalesByItemReport {
  readonly #period: SalesPeriod;
  readonly #sums = new Map<string, Sales>();

  constructor(period: SalesPeriod = {}) {
    this.#period = period;
  }

  add(page: readonly Invoice[]): void {
    for (const invoice of page) {
      if (!isSale(invoice, this.#period)) continue;
      const month = salesMonth(invoice);
      for (const line of invoice.lines) this.#addLine(line, month);
    }
  }

  /** By item and month. */
  rows(): readonly SalesByItemRow[] {
    return inKeyOrder(this.#sums).map(({ itemCode, month, quantity, sales, cost }) => ({
      itemCode,
      month,
      quantity: formatQuantity(quantity),
      sales: formatMoney(sales),
      cost: formatMoney(cost)
    }));
  }

  #addLine(line: InvoiceLine, month: string): void {
    const { itemCode, itemType } = line;
    if (itemCode === null || itemType === 'comment') return;
    const key = `${itemCode}\0${month}`;
    const nothing = new Decimal(0);
    const sum = this.#sums.get(key) ?? { itemCode, month, quantity: nothing, sales: nothing, cost: nothing };
    sum.quantity = sum.quantity.plus(standardQuantity(line));
    sum.sales = sum.sales.plus(line.extensionAmount);
    sum.cost = sum.cost.plus(lineCost(line));
    this.#sums.set(key, sum);
  }
}

/** In the item's standard unit; a factor of 0, as charges have it, stands for 1. */
function standardQuantity({ quantityShipped, unitConversion }: InvoiceLine): Decimal {
  const factor = new Decimal(unitConversion);
  return factor.isZero() ? new Decimal(quantityShipped) : factor.times(quantityShipped);
}

function lineCost({ quantityShipped, unitCost }: InvoiceLine): Decimal {
  return new Decimal(quantityShipped).times(unitCost).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
