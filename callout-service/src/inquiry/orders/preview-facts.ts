import type { CalendarDay } from '../../canonical/calendar-day.ts';
import { parseCustomerKey } from '../../canonical/customer-key.ts';
import type { Customer } from '../../canonical/customer.ts';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import type { Item } from '../../canonical/item.ts';
import type { PriceRecord } from '../../canonical/price-record.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { collect } from '../collect.ts';
import { priceLevelFor, priceLevelsOf } from '../price/price-level.ts';
import { priceRecords } from '../price/price-records.ts';
import { isItemCode } from '../stock/read-item-code.ts';

/** Items whose prices and stock are read at once: a long order must not take every connection to Sage. */
const ITEMS_AT_ONCE = 4;

export type PreviewRecords = Pick<
  SageRecords,
  'customers' | 'items' | 'priceRecords' | 'priceLevels' | 'inventoryLevels'
>;

/** What Sage has of one item of the order. */
export interface ItemFacts {
  readonly item: Item;
  /** The level that prices it for the customer. */
  readonly priceLevel: string | null;
  readonly prices: readonly PriceRecord[];
  readonly levels: readonly InventoryLevel[];
}

/** What an order is worked out from; what Sage does not have is not there, and is among the order's faults. */
export interface PreviewFacts {
  readonly customer: Customer | undefined;
  readonly items: ReadonlyMap<string, ItemFacts>;
}

/** Reads customer and items of a draft, each once however many lines name it. Rejects with LB3xx. */
export async function readPreviewFacts(
  draft: SalesOrderDraft,
  day: CalendarDay,
  records: PreviewRecords
): Promise<PreviewFacts> {
  const key = parseCustomerKey(draft.customerNo);
  const codes = draft.lines.flatMap((line) => (line.kind === 'item' ? [previewItemCode(line.itemCode)] : []));
  const known = [...new Set(codes)].filter(isItemCode);
  const [[customer], levels, items] = await Promise.all([
    key === undefined ? [] : records.customers.byKeys([key]),
    priceLevelsOf(key ?? null, records),
    known.length === 0 ? [] : records.items.byKeys(known)
  ]);
  const facts = new Map<string, ItemFacts>();
  for (let begin = 0; begin < items.length; begin += ITEMS_AT_ONCE) {
    const some = items.slice(begin, begin + ITEMS_AT_ONCE);
    const read = await Promise.all(
      some.map((item) => {
        const when = { day, shipToCode: draft.shipToCode ?? null };
        return readItem(item, priceLevelFor(item, customer ?? null, levels, when), records);
      })
    );
    for (const each of read) facts.set(each.item.itemCode, each);
  }
  return { customer, items: facts };
}

/** An item's code as Sage keeps it. */
export function previewItemCode(itemCode: string): string {
  return itemCode.trim().toUpperCase();
}

async function readItem(item: Item, priceLevel: string | null, records: PreviewRecords): Promise<ItemFacts> {
  const [prices, levels] = await Promise.all([
    priceRecords(item, priceLevel, records),
    collect(records.inventoryLevels.of(item.itemCode))
  ]);
  return { item, priceLevel, prices, levels };
}
