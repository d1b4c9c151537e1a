import type { Item } from '../generator/items.ts';

/** The two items that order 0000184 sells. Verified: code, description, unit and price. Costs are invented. */
export const verifiedItems: readonly Item[] = [
  item('1001-HON-H252', 'HON 2 DRAWER LETTER FLE W/O LK', 8_400, 5_040),
  item('1001-HON-H254', 'HON 4 DRAWER LETTER FLE W/O LK', 13_100, 7_860)
];

/** Items remembered from the demo company, not verified; descriptions of most, and all prices and costs, are invented. */
export const rememberedItems: readonly Item[] = [
  item('2480-8-50', 'DESK FILE 8" CAP 50', 3_895, 2_140),
  item('2481-5-50', 'DESK FILE 5 1/4" CAP 50', 3_625, 1_990),
  item('2551-3-50', 'DISKETTE FILE 3 1/2" CAP 50', 2_450, 1_310),
  item('6655', 'PRINTER STAND W/ BASKET', 18_554, 10_400),
  item('8953', 'PRINTER STAND W/O BASKET', 15_995, 9_210),
  item('D1400', 'DESK 60 X 30 WALNUT', 41_900, 26_300),
  item('D1700', 'DESK 72 X 36 WALNUT', 55_900, 35_400),
  item('GB-MD1', 'MODEM 56K SERIALIZED', 9_900, 5_400)
];

/** A miscellaneous item for lines whose content nobody published; its code starts with `/` as Sage's do. */
export const miscellaneousItem: Item = { ...item('/MISC', 'MISCELLANEOUS SALE', 0, 0), itemType: '5' };

function item(itemCode: string, description: string, price: number, cost: number): Item {
  return { itemCode, itemType: '1', description, productLine: 'WF&A', price, cost, inactive: false };
}
