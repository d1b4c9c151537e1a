import type { Item } from '../../canonical/item.ts';
import type { PriceRecord, PriceRecordKey } from '../../canonical/price-record.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { collect } from '../collect.ts';

/** Every record that may price the item at a level: its own, and those of its price code. */
export async function priceRecords(
  item: Pick<Item, 'itemCode' | 'priceCode'>,
  priceLevel: string | null,
  records: Pick<SageRecords, 'priceRecords'>
): Promise<readonly PriceRecord[]> {
  const [own, ofCode] = await Promise.all([
    collect(records.priceRecords.of(item.itemCode)),
    item.priceCode === null ? [] : records.priceRecords.byKeys(priceCodeKeys(item.priceCode, priceLevel))
  ]);
  return [...own, ...ofCode];
}

function priceCodeKeys(priceCode: string, level: string | null): PriceRecordKey[] {
  const levels = level === null ? [''] : ['', level];
  return levels.map((customerPriceLevel) => ({
    record: 'priceCode',
    priceCode,
    itemCode: '',
    customerPriceLevel,
    arDivisionNo: '',
    customerNo: ''
  }));
}
