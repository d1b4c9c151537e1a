import { Decimal } from 'decimal.js';
import type { Item } from '../../canonical/item.ts';
import type { LevelPrice } from '../../canonical/level-price.ts';
import type { PriceRecord } from '../../canonical/price-record.ts';
import { price, type PricedItem, type PriceSettings } from './price.ts';

type SoldItem = PricedItem & Pick<Item, 'inactive' | 'itemType'>;

const ONE = new Decimal(1);
/** Without promotions no day matters. */
const ANY_DAY = '2000-01-01';

/**
 * Prices of an item for a price list: its standard price, and what one sales unit costs at each level that a record of the
 * item or of its price code names, by level. A list knows no customer and no day, so customers' own prices and promotions
 * are left to `price`, which is asked live.
 */
export function levelPrices(
  item: SoldItem,
  records: readonly PriceRecord[],
  settings: PriceSettings
): readonly LevelPrice[] {
  const standard = priceAt(item, null, [], settings);
  return [standard, ...levelsOf(item, records).map((level) => priceAt(item, level, records, settings))];
}

function priceAt(
  item: SoldItem,
  priceLevel: string | null,
  records: readonly PriceRecord[],
  settings: PriceSettings
): LevelPrice {
  const question = { customer: null, priceLevel, quantity: ONE, day: ANY_DAY, records };
  const answer = price({ ...question, item: { ...item, promotion: null } }, settings);
  return {
    itemCode: item.itemCode,
    itemType: item.itemType,
    priceLevel,
    unitPrice: answer.unitPrice,
    unitOfMeasure: item.salesUnitOfMeasure,
    rule: answer.wonBy,
    active: !item.inactive
  };
}

function levelsOf(item: SoldItem, records: readonly PriceRecord[]): readonly string[] {
  const levels = records
    .filter(
      ({ record, itemCode, priceCode }) =>
        (record === 'item' && itemCode === item.itemCode) ||
        (record === 'priceCode' && item.priceCode !== null && priceCode === item.priceCode)
    )
    .flatMap(({ customerPriceLevel }) => customerPriceLevel ?? []);
  return [...new Set(levels)].toSorted((a, b) => (a < b ? -1 : 1));
}
