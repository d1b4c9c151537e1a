import type { PriceRecord, PriceRecordKey } from '../../../canonical/price-record.ts';
import { imPriceCode } from '../../catalogue/im-price-code.ts';
import { codeValues } from '../../decode/code-value.ts';
import { defineRecord, type WholeRow } from '../definition.ts';
import { code, division } from '../key-segments.ts';

// Sage 100 file layouts, IM_PriceCode.
const RECORDS = { priceCode: '0', item: '1', itemCustomer: '2' } as const;
const record = codeValues('IM_PriceCode.PriceCodeRecord', {
  '0': 'priceCode',
  '1': 'item',
  '2': 'itemCustomer'
});
const method = codeValues('IM_PriceCode.PricingMethod', {
  C: 'costPlusAmount',
  M: 'costPlusPercent',
  D: 'lessPercent',
  P: 'lessAmount',
  O: 'price'
});

/** IM_PriceCode; an item's own records through the index by item. Records of a price code have no item. */
export const priceRecords = defineRecord({
  table: imPriceCode,
  segments: (key: PriceRecordKey) => [
    RECORDS[key.record],
    code(key.priceCode),
    code(key.itemCode),
    code(key.customerPriceLevel),
    key.arDivisionNo === '' ? '' : division(key.arDivisionNo),
    code(key.customerNo)
  ],
  ofParent: (itemCode: string) => ({ ItemCode: code(itemCode) }),
  toEntity: ({ row, stamps }): PriceRecord => ({
    record: record(row.PriceCodeRecord),
    priceCode: row.PriceCode,
    itemCode: row.ItemCode,
    customerPriceLevel: row.CustomerPriceLevel,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    description: row.PriceCodeDesc,
    method: method(row.PricingMethod),
    breaks: breaks(row),
    ...stamps
  })
});

/** Up to the first break of quantity 0. */
function breaks(row: WholeRow<typeof imPriceCode.columns>): PriceRecord['breaks'] {
  const all = [
    { upTo: row.BreakQuantity1, value: row.DiscountMarkup1 },
    { upTo: row.BreakQuantity2, value: row.DiscountMarkup2 },
    { upTo: row.BreakQuantity3, value: row.DiscountMarkup3 },
    { upTo: row.BreakQuantity4, value: row.DiscountMarkup4 },
    { upTo: row.BreakQuantity5, value: row.DiscountMarkup5 }
  ];
  const end = all.findIndex(({ upTo }) => upTo === '0');
  const used = end === -1 ? all : all.slice(0, end);
  return used.map(({ upTo, value }) => ({ upTo: `${upTo}.000000`, value }));
}
