import type { SalesByCustomerRow } from '../../canonical/reports/report-row.ts';
import { SalesByCustomerReport } from '../../rules/reports/sales-by-customer-report.ts';
import type { SalesPeriod } from '../../rules/reports/sales-document.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { rowsInPages } from './rows-in-pages.ts';

const INVOICES_AT_ONCE = 1_000;

/**
 * Sales by customer and month of a period, in pages by division, customer and month. The whole invoice history is read
 * before the first row is given, without its lines. Rejects with LB3xx when Sage cannot be read.
 */
export async function* salesByCustomer(
  records: Pick<SageRecords, 'invoiceHistory'>,
  period: SalesPeriod = {}
): AsyncGenerator<readonly SalesByCustomerRow[]> {
  const report = new SalesByCustomerReport(period);
  for await (const page of records.invoiceHistory.scan({ withLines: false, pageSize: INVOICES_AT_ONCE })) {
    report.add(page);
  }
  yield* rowsInPages(report.rows());
}
