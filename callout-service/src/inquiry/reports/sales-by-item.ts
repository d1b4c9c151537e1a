import type { SalesByItemRow } from '../../canonical/reports/report-row.ts';
import { SalesByItemReport } from '../../rules/reports/sales-by-item-report.ts';
import type { SalesPeriod } from '../../rules/reports/sales-document.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { rowsInPages } from './rows-in-pages.ts';

/**
 * Sales by item and month of a period, in pages by item and month. The whole invoice history is read with its lines
 * before the first row is given. Rejects with LB3xx when Sage cannot be read.
 */
export async function* salesByItem(
  records: Pick<SageRecords, 'invoiceHistory'>,
  period: SalesPeriod = {}
): AsyncGenerator<readonly SalesByItemRow[]> {
  const report = new SalesByItemReport(period);
  for await (const page of records.invoiceHistory.scan()) report.add(page);
  yield* rowsInPages(report.rows());
}
