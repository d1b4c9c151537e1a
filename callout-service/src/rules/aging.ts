import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../canonical/calendar-day.ts';
import type { CustomerRecord, OpenInvoiceRecord } from '../canonical/customer-account.ts';
import type { CustomerSummary } from '../canonical/customer-summary.ts';
import { formatMoney } from '../canonical/money.ts';

/** The last day of the current bucket and of the first three past it, as the A/R options name them: 30, 60, 90, 120. */
export type AgingBucketDays = readonly [number, number, number, number];

export interface AgingSettings {
  /** A/R options, "age invoices by": the invoice date or the due date. */
  readonly basis: 'invoice-date' | 'due-date';
  readonly bucketDays: AgingBucketDays;
}

export type StoredAging = CustomerSummary['agingStored'];
export type ComputedAging = CustomerSummary['agingComputed'];
type Bucket = ComputedAging['buckets'][number];
type DatedBalance = Pick<OpenInvoiceRecord, 'invoiceDate' | 'dueDate' | 'balance'>;

const MS_PER_DAY = 86_400_000;

/**
 * Aging as Sage keeps it: CurrentBalance and AgingCategory1..4, right as of the day aging was last run.
 * Source: Sage 100 file layouts, AR_Customer; Sage help, Accounts Receivable Options.
 */
export function storedAging(
  customer: Pick<CustomerRecord, 'currentBalance' | 'agingCategories' | 'lastAgingDate'>,
  bucketDays: AgingBucketDays
): StoredAging {
  const amounts = [customer.currentBalance, ...customer.agingCategories].map((amount) => new Decimal(amount));
  return {
    ...(customer.lastAgingDate === null ? {} : { asOf: customer.lastAgingDate }),
    ...bucketsAndTotal(amounts, bucketDays)
  };
}

/**
 * Aging added up from the open invoices on the day `asOf`. Bucket n holds what is more than `bucketDays[n-1]` days past
 * its basis date ("Over 30 Days" begins with day 31, as Sage's captions say); anything younger is current.
 * Prepayments, payments and credit memos carry negative balances and lower the bucket of their own date. An invoice
 * without a due date is aged by its invoice date, one without any date is current.
 */
export function computedAging(
  invoices: readonly DatedBalance[],
  settings: AgingSettings,
  asOf: CalendarDay
): ComputedAging {
  const amounts = [0, ...settings.bucketDays].map(() => new Decimal(0));
  for (const invoice of invoices) {
    const index = bucketIndex(daysPastBasis(invoice, settings.basis, asOf), settings.bucketDays);
    amounts[index] = (amounts[index] ?? new Decimal(0)).plus(invoice.balance);
  }
  return {
    asOf,
    basis: settings.basis,
    ...bucketsAndTotal(amounts, settings.bucketDays),
    openInvoiceCount: invoices.length
  };
}

/**
 * Days from an invoice's basis date to `asOf`, negative before it. The invoice date stands in for a due date that is
 * blank; without any date it is 0.
 */
export function daysPastBasis(
  invoice: Pick<DatedBalance, 'invoiceDate' | 'dueDate'>,
  basis: AgingSettings['basis'],
  asOf: CalendarDay
): number {
  const basisDate = basis === 'due-date' ? (invoice.dueDate ?? invoice.invoiceDate) : invoice.invoiceDate;
  if (basisDate === null) return 0;
  return Math.round((Date.parse(asOf) - Date.parse(basisDate)) / MS_PER_DAY);
}

function bucketIndex(days: number, bucketDays: AgingBucketDays): number {
  return bucketDays.filter((lastDay) => days > lastDay).length;
}

function bucketsAndTotal(
  amounts: readonly Decimal[],
  bucketDays: AgingBucketDays
): { buckets: Bucket[]; total: string } {
  const buckets = amounts.map((amount, index) => ({
    ...bucketRange(index, bucketDays),
    amount: formatMoney(amount)
  }));
  return { buckets, total: formatMoney(Decimal.sum(...amounts)) };
}

function bucketRange(index: number, bucketDays: AgingBucketDays): Omit<Bucket, 'amount'> {
  const before = bucketDays[index - 1];
  const last = bucketDays[index];
  return {
    ...(before === undefined ? {} : { fromDays: before + 1 }),
    ...(last === undefined ? {} : { toDays: last })
  };
}
