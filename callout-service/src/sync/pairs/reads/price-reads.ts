import type { Item } from '../../../canonical/item.ts';
import type { LevelPrice } from '../../../canonical/level-price.ts';
import type { PriceRecord } from '../../../canonical/price-record.ts';
import { collect } from '../../../inquiry/collect.ts';
import { recordKeys } from '../../../mapping/entities/record-keys.ts';
import { levelPrices } from '../../../rules/price/level-prices.ts';
import type { PriceSettings } from '../../../rules/price/price.ts';
import type { ChangeWindow, SageRecords } from '../../../sage/port/sage-records.ts';
import type { PairReads } from '../object-pair.ts';

type Tables = Pick<SageRecords, 'items' | 'priceRecords'>;

/** Records of IM_PriceCode that say what a level costs. */
type PriceList = (item: Item) => readonly PriceRecord[];

const USABLE = { passOverUnusable: true } as const;
/** Items whose own records are asked for one after the other; for more the whole list is read once. */
const FEW_ITEMS = 20;

/**
 * Prices by item and level, the standard price of an item before its levels. IM_PriceCode is held in memory without
 * customers' own prices, which are the most of it, as long as pages are being read.
 */
export function priceReads(tables: Tables, settings: PriceSettings): PairReads<LevelPrice> {
  return {
    byKeys: (keys) => pricesOf(tables, settings, keys),
    scan: (after) => scan(tables, settings, after),
    changedSince: (window) => changedSince(tables, settings, window)
  };
}

async function pricesOf(tables: Tables, settings: PriceSettings, keys: readonly string[]) {
  const items = await tables.items.byKeys([...new Set(keys.flatMap(itemOf))], USABLE);
  const list = items.length > FEW_ITEMS ? await wholeList(tables) : await listOf(tables, items);
  const prices = items.flatMap((item) => levelPrices(item, list(item), settings));
  const byKey = new Map(prices.map((price) => [recordKeys.price(price), price]));
  return [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []);
}

async function* scan(
  tables: Tables,
  settings: PriceSettings,
  after: string | undefined
): AsyncGenerator<readonly LevelPrice[]> {
  const list = await wholeList(tables);
  const [item] = after === undefined ? [] : itemOf(after);
  if (item !== undefined) {
    const [begun] = await tables.items.byKeys([item], USABLE);
    const prices = begun === undefined ? [] : levelPrices(begun, list(begun), settings);
    const left = prices.filter((price) => recordKeys.price(price) > (after ?? ''));
    if (left.length > 0) yield left;
  }
  for await (const items of tables.items.scan(item === undefined ? {} : { after: item }))
    yield items.flatMap((each) => levelPrices(each, list(each), settings));
}

/** Of items that changed, and of those that a changed record prices: by itself or through its price code. */
async function* changedSince(
  tables: Tables,
  settings: PriceSettings,
  window: ChangeWindow
): AsyncGenerator<readonly LevelPrice[]> {
  const list = await wholeList(tables);
  const itemCodes = new Set<string>();
  const priceCodes = new Set<string>();
  for await (const page of tables.priceRecords.changedSince(window)) {
    for (const { record, itemCode, priceCode } of page) {
      if (record === 'item' && itemCode !== null) itemCodes.add(itemCode);
      if (record === 'priceCode' && priceCode !== null) priceCodes.add(priceCode);
    }
  }
  const priced = (items: readonly Item[]) => items.flatMap((item) => levelPrices(item, list(item), settings));
  for await (const items of tables.items.changedSince(window)) yield priced(items);
  if (itemCodes.size > 0) yield priced(await tables.items.byKeys([...itemCodes], USABLE));
  // Sage has no index of items by their price code.
  if (priceCodes.size > 0)
    for await (const items of tables.items.scan()) {
      const touched = items.filter(({ priceCode }) => priceCode !== null && priceCodes.has(priceCode));
      if (touched.length > 0) yield priced(touched);
    }
}

async function wholeList({ priceRecords }: Tables): Promise<PriceList> {
  return listFrom(await upTo(priceRecords, 'itemCustomer'));
}

async function listOf({ priceRecords }: Tables, items: readonly Item[]): Promise<PriceList> {
  const records = items.some(({ priceCode }) => priceCode !== null) ? await upTo(priceRecords, 'item') : [];
  for (const { itemCode } of items) records.push(...(await collect(priceRecords.of(itemCode))));
  return listFrom(records);
}

/** Sage's key begins with the kind of record: price codes, items, then customers. */
async function upTo(reads: Tables['priceRecords'], end: PriceRecord['record']): Promise<PriceRecord[]> {
  const records: PriceRecord[] = [];
  for await (const page of reads.scan()) {
    const wanted = page.filter(
      ({ record }) => record === 'priceCode' || (record === 'item' && end !== 'item')
    );
    records.push(...wanted);
    if (wanted.length < page.length) break;
  }
  return records;
}

function listFrom(records: readonly PriceRecord[]): PriceList {
  const byItem = Map.groupBy(
    records.filter(({ record }) => record === 'item'),
    ({ itemCode }) => itemCode
  );
  const byCode = Map.groupBy(
    records.filter(({ record }) => record === 'priceCode'),
    ({ priceCode }) => priceCode
  );
  return ({ itemCode, priceCode }) => [
    ...(byItem.get(itemCode) ?? []),
    ...(priceCode === null ? [] : (byCode.get(priceCode) ?? []))
  ];
}

/** `1001-HON-H252/A` is of item 1001-HON-H252: a level has no stroke. */
function itemOf(key: string): readonly string[] {
  const place = key.lastIndexOf('/');
  return place <= 0 ? [] : [key.slice(0, place)];
}
