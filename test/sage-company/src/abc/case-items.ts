import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import type { WarehouseStock } from '../generator/item-warehouses.ts';
import type { Item } from '../generator/items.ts';
import type { SageRecord } from '../generator/record-writer.ts';

/** Every item for a pricing case sells at 100.00 and costs 60.00, so that the expected price can be read off. */
const PRICE = 100_00;
const COST = 60_00;

/** One item for each step of Sage's pricing precedence, for the customer 01-PRICING of price level 2. */
const pricingItems: readonly Item[] = [
  priced('PRC-STD', 'STANDARD PRICE 100'),
  priced('PRC-PROMO', 'PROMOTION ACTIVE 80', { more: sale('P', -10, 20, { SalesPromotionPrice: '80' }) }),
  priced('PRC-PROMODSC', 'PROMOTION 25 PERCENT', {
    more: sale('D', 0, 0, { SalesPromotionDiscountPercent: '25' })
  }),
  priced('PRC-PROMOEXP', 'PROMOTION EXPIRED', { more: sale('P', -40, -1, { SalesPromotionPrice: '80' }) }),
  priced('PRC-PROMOFUT', 'PROMOTION TO COME', { more: sale('P', 1, 30, { SalesPromotionPrice: '80' }) }),
  priced('PRC-PROMOHI', 'PROMOTION NOT LOWER', { more: sale('P', -10, 20, { SalesPromotionPrice: '120' }) }),
  priced('PRC-PROMOCST', 'PROMOTION AGAINST CUSTOMER', {
    more: sale('P', -10, 20, { SalesPromotionPrice: '80' })
  }),
  priced('PRC-CUST', 'CUSTOMER RECORD 2'),
  priced('PRC-LEVEL', 'LEVEL RECORD 1'),
  priced('PRC-BLANK', 'BLANK LEVEL RECORD 1'),
  priced('PRC-CODE', 'PRICE CODE AT LEVEL', { more: () => ({ PriceCode: 'CASE' }) }),
  priced('PRC-CODESTD', 'PRICE CODE STANDARD', { more: () => ({ PriceCode: 'CSTD' }) }),
  priced('PRC-BREAKS', 'FIVE QUANTITY BREAKS'),
  priced('PRC-METH-C', 'METHOD C COST PLUS AMOUNT'),
  priced('PRC-METH-D', 'METHOD D DISCOUNT PERCENT'),
  priced('PRC-METH-M', 'METHOD M MARKUP PERCENT'),
  priced('PRC-METH-O', 'METHOD O OVERRIDE'),
  priced('PRC-METH-P', 'METHOD P DISCOUNT AMOUNT'),
  priced('PRC-SIXDIG', 'PRICE OF SIX DIGITS', { more: () => ({ StandardUnitPrice: '0.412500' }) }),
  priced('PRC-LINE', 'LEVEL BY PRODUCT LINE', { productLine: 'CASE' })
];

/** Invented, one for each case of stock and type. Stock that is not said is 50 in warehouse 000. */
const stockItems: readonly Item[] = [
  item('STK-A', 'IN THREE WAREHOUSES', { stock: stock(['000', 100], ['001', 40], ['002', 0]) }),
  item('STK-ALL', 'STOCK OF EVERY KIND', {
    stock: [
      { warehouseCode: '000', onHand: 30, more: { QuantityOnWorkOrder: 20, QuantityRequiredForWO: 5 } },
      { warehouseCode: '001', onHand: 10, more: { QuantityInShipping: 2 } }
    ]
  }),
  item('STK-ONE', 'IN WAREHOUSE 000 ONLY', { stock: stock(['000', 12]) }),
  item('STK-NONE', 'IN NO WAREHOUSE', { stock: [] }),
  item('STK-NEG', 'BELOW ZERO', { stock: stock(['000', -3], ['001', 5]) }),
  item('STK-FRACT', 'WIRE BY THE FOOT', {
    price: 1_25,
    cost: 60,
    unitOfMeasure: 'FOOT',
    stock: stock(['000', 1_212.5])
  }),
  item('STK-BOX', 'SCREWS IN BOXES OF 12', {
    unitOfMeasure: 'BOX',
    unitsPerSalesUnit: '12',
    stock: stock(['000', 240])
  }),
  item('STK-LOT', 'LOT ITEM', {
    valuation: '5',
    stock: [{ warehouseCode: '000', onHand: 40, lotSerialNos: ['LOT-0001', 'LOT-0002'] }]
  }),
  item('STK-SER', 'SERIAL ITEM', {
    valuation: '6',
    stock: [{ warehouseCode: '000', onHand: 3, lotSerialNos: ['SN100', 'SN101', 'SN102'] }]
  }),
  item('DISC-STOCK', 'DISCONTINUED WITH STOCK', { productType: 'D', stock: stock(['000', 7]) }),
  item('DISC-EMPTY', 'DISCONTINUED WITHOUT STOCK', { productType: 'D', stock: stock(['000', 0]) }),
  item('INACTIVE-1', 'INACTIVE NOT DISCONTINUED', { inactive: true, productType: 'F' }),
  item('NO-BACKORD', 'NO BACK ORDERS', { stock: stock(['000', 2]), more: () => ({ AllowBackOrders: 'N' }) }),
  item('KIT-DESK', 'DESK WITH LAMP KIT', { productType: 'K', more: () => ({ ExplodeKitItems: 'A' }) }),
  item("O'HARA-1/2", 'QUOTE AND SLASH IN THE CODE', { stock: stock(['000', 9]) }),
  item('ITEM-CODE-OF-THIRTY-CHARACTERS', 'DESCRIPTION THIRTY CHARACTERS!', {}),
  item('NO-BRAND', 'REQUIRED FIELD IS BLANK', { more: () => ({ UDF_BRAND: '' }) }),
  item('/FREIGHT', 'FREIGHT CHARGE', { itemType: '3', productType: '' }),
  item('/NOTE', 'COMMENT', { itemType: '4', productType: '', price: 0, cost: 0 }),
  item('/LABOR', 'LABOR MISCELLANEOUS', { itemType: '5', productType: '' })
];

/** Items for cases; invented documents leave them alone, so that their figures stay as they are. */
export const caseItems: readonly Item[] = [...pricingItems, ...stockItems];

/** The item of that code. Throws for a code that is no item for a case. */
export function caseItem(itemCode: string): Item {
  const found = caseItems.find((one) => one.itemCode === itemCode);
  if (found === undefined) throw new RangeError(`there is no item ${itemCode} for cases`);
  return found;
}

function item(itemCode: string, description: string, traits: Partial<Item>): Item {
  return {
    itemCode,
    itemType: '1',
    description,
    productLine: 'CASE',
    price: 20_00,
    cost: 12_00,
    inactive: false,
    stock: stock(['000', 50]),
    ...traits,
    more: (today) => ({ PriceCode: '', ...traits.more?.(today) })
  };
}

function priced(itemCode: string, description: string, traits: Partial<Item> = {}): Item {
  const prices = { price: PRICE, cost: COST, productLine: 'PRCE', stock: stock(['000', 500]) };
  return item(itemCode, description, { ...prices, ...traits });
}

function stock(...held: readonly (readonly [warehouseCode: string, onHand: number])[]): WarehouseStock[] {
  return held.map(([warehouseCode, onHand]) => ({ warehouseCode, onHand }));
}

/** SaleMethod P is a price, D a discount in percent; both days belong to the sale. */
function sale(method: 'P' | 'D', fromDays: number, toDays: number, columns: SageRecord) {
  return (today: CalendarDay): SageRecord => ({
    SaleMethod: method,
    SaleStartingDate: addDays(today, fromDays),
    SaleEndingDate: addDays(today, toDays),
    SalesPromotionCode: 'CASES',
    ...columns
  });
}
