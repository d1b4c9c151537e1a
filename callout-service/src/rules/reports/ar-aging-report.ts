import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { Invoice } from '../../canonical/invoice.ts';
import { formatMoney } from '../../canonical/money.ts';
import type { ArAgingRow } from '../../canonical/reports/report-row.ts';
import { computedAging, type AgingSettings } from '../aging.ts';
import { inKeyOrder } from './key-order.ts';

type AgedInvoice = Pick<Invoice, 'arDivisionNo' | 'customerNo' | 'invoiceDate' | 'dueDate' | 'balance'>;

interface Account {
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly buckets: Decimal[];
  openInvoiceCount: number;
  oldestInvoiceDate: CalendarDay | null;
}

/** A row without the customer's name, which no invoice tells. */
export type ArAgingFigures = Omit<ArAgingRow, 'customerName'>;

/**
 * Adds up what every customer owes by age, of pages of open invoices in any order. It keeps one account a customer, no
 * invoices. Buckets are those of `rules/aging`; settled invoices, which Sage keeps until the period is closed, are left
 * out, and so is a customer who has no others.
 */
export class ArAgingReport {
  readonly #settings: AgingSettings;
  readonly #asOf: CalendarDay;
  readonly #accounts = new Map<string, Account>();

  constructor(settings: AgingSettings, asOf: CalendarDay) {
    this.#settings = settings;
    this.#asOf = asOf;
  }

  add(page: readonly AgedInvoice[]): void {
    const open = page.filter(({ balance }) => !new Decimal(balance).isZero());
    const byCustomer = Map.groupBy(open, ({ arDivisionNo, customerNo }) => `${arDivisionNo}\0${customerNo}`);
    for (const [key, invoices] of byCustomer) this.#addTo(key, invoices);
  }

  /** One row a customer, by division and number. */
  rows(): readonly ArAgingFigures[] {
    return inKeyOrder(this.#accounts).map(
      ({ arDivisionNo, customerNo, buckets, openInvoiceCount, oldestInvoiceDate }) => ({
        arDivisionNo,
        customerNo,
        asOf: this.#asOf,
        basis: this.#settings.basis,
        buckets: buckets.map(formatMoney),
        total: formatMoney(Decimal.sum(...buckets)),
        openInvoiceCount,
        oldestInvoiceDate
      })
    );
  }

  #addTo(key: string, invoices: readonly AgedInvoice[]): void {
    const account = this.#accounts.get(key) ?? emptyAccount(invoices);
    if (account === undefined) return;
    const { buckets } = computedAging(invoices, this.#settings, this.#asOf);
    buckets.forEach(({ amount }, index) => {
      account.buckets[index] = new Decimal(account.buckets[index] ?? 0).plus(amount);
    });
    account.openInvoiceCount += invoices.length;
    account.oldestInvoiceDate = earliest([
      account.oldestInvoiceDate,
      ...invoices.map(({ invoiceDate }) => invoiceDate)
    ]);
    this.#accounts.set(key, account);
  }
}

function emptyAccount([first]: readonly AgedInvoice[]): Account | undefined {
  if (first === undefined) return undefined;
  const { arDivisionNo, customerNo } = first;
  return { arDivisionNo, customerNo, buckets: [], openInvoiceCount: 0, oldestInvoiceDate: null };
}

function earliest(days: readonly (CalendarDay | null)[]): CalendarDay | null {
  const known = days.filter((day) => day !== null);
  return known.length === 0 ? null : known.reduce((first, day) => (day < first ? day : first));
}
