import type { StockStatusRow } from '../../canonical/reports/report-row.ts';
import type { AvailabilitySettings } from '../../rules/availability.ts';
import { stockStatusRow } from '../../rules/reports/stock-status-row.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';

/**
 * Stock status of every item in every warehouse, by item and warehouse, in the pages in which they are read; one page is
 * in memory. Stock of an item that is gone from CI_Item, or cannot be used, has no description. Rejects with LB3xx when Sage cannot be read.
 */
export async function* stockStatus(
  records: Pick<SageRecords, 'inventoryLevels' | 'items'>,
  settings: AvailabilitySettings
): AsyncGenerator<readonly StockStatusRow[]> {
  for await (const levels of records.inventoryLevels.scan()) {
    const itemCodes = [...new Set(levels.map(({ itemCode }) => itemCode))];
    const items = await records.items.byKeys(itemCodes, { passOverUnusable: true });
    const descriptions = new Map(items.map(({ itemCode, itemCodeDesc }) => [itemCode, itemCodeDesc]));
    yield levels.map((level) => stockStatusRow(level, descriptions.get(level.itemCode) ?? '', settings));
  }
}
