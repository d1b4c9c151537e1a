import type { CalendarDay } from '../../canonical/calendar-day.ts';
import { formatCustomerKey } from '../../canonical/customer-key.ts';
import type { ArAgingRow } from '../../canonical/reports/report-row.ts';
import type { AgingSettings } from '../../rules/aging.ts';
import { ArAgingReport, type ArAgingFigures } from '../../rules/reports/ar-aging-report.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { rowsInPages } from './rows-in-pages.ts';

const INVOICES_AT_ONCE = 1_000;

/**
 * AR aging of the whole company on a day: one row for every customer with something open, by division and number, in
 * pages. All open invoices are read before the first row is given. Rejects with LB3xx when Sage cannot be read.
 */
export async function* arAging(
  records: Pick<SageRecords, 'openInvoices' | 'customers'>,
  settings: AgingSettings,
  asOf: CalendarDay
): AsyncGenerator<readonly ArAgingRow[]> {
  const report = new ArAgingReport(settings, asOf);
  for await (const page of records.openInvoices.scan({ withLines: false, pageSize: INVOICES_AT_ONCE })) {
    report.add(page);
  }
  for (const figures of rowsInPages(report.rows())) yield await named(records, figures);
}

/** A customer who is gone from AR_Customer and still owes, or whose record cannot be used, has no name. */
async function named(
  { customers }: Pick<SageRecords, 'customers'>,
  figures: readonly ArAgingFigures[]
): Promise<readonly ArAgingRow[]> {
  const found = await customers.byKeys(figures, { passOverUnusable: true });
  const names = new Map(found.map((customer) => [formatCustomerKey(customer), customer.customerName]));
  return figures.map((row) => ({ ...row, customerName: names.get(formatCustomerKey(row)) ?? '' }));
}
