import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { Invoice } from '../../canonical/invoice.ts';

/** Both days are part of it. */
export interface SalesPeriod {
  readonly from?: CalendarDay;
  readonly to?: CalendarDay;
}

/**
 * The kinds of document that are sales: invoice, credit memo, debit memo, adjustment, cash sale. A finance charge is
 * income but no sale, and a deleted invoice (XD) never was one. Inferred: Sage's help names no list.
 */
const SALES_TYPES: ReadonlySet<string> = new Set(['IN', 'CM', 'DM', 'AD', 'CA']);

/** Whether a posted document counts as sales of the period. One without any date counts where no period is asked for. */
export function isSale(
  invoice: Pick<Invoice, 'invoiceType' | 'invoiceDate' | 'postingDate'>,
  { from, to }: SalesPeriod
): boolean {
  if (!SALES_TYPES.has(invoice.invoiceType)) return false;
  const day = salesDay(invoice);
  if (day === null) return from === undefined && to === undefined;
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** `YYYY-MM` of the invoice date, or of the posting date where that is blank; `''` without either. */
export function salesMonth(invoice: Pick<Invoice, 'invoiceDate' | 'postingDate'>): string {
  return salesDay(invoice)?.slice(0, 7) ?? '';
}

function salesDay({ invoiceDate, postingDate }: Pick<Invoice, 'invoiceDate' | 'postingDate'>) {
  return invoiceDate ?? postingDate;
}
