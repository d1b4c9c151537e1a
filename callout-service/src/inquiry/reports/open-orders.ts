import type { OpenOrderRow } from '../../canonical/reports/report-row.ts';
import { openOrderRow } from '../../rules/reports/open-order-row.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';

/**
 * Open orders by their number, in the pages in which they are read; one page is in memory. Rejects with LB3xx when Sage
 * cannot be read.
 */
export async function* openOrders(
  records: Pick<SageRecords, 'salesOrders'>
): AsyncGenerator<readonly OpenOrderRow[]> {
  for await (const page of records.salesOrders.scan()) {
    const rows = page.map(openOrderRow).filter((row) => row !== undefined);
    if (rows.length > 0) yield rows;
  }
}
