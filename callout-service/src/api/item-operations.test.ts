import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCompanyService, type CompanyService } from '../../test-support/company-service.ts';
import { itemPriceSchema } from '../inquiry/price/price-inquiry.ts';
import { availabilityListSchema } from '../inquiry/stock/availability-list.ts';
import { flatAvailabilitySchema } from '../inquiry/stock/flat-availability.ts';

let lb: CompanyService;
beforeAll(async () => {
  lb = await startCompanyService();
});
afterAll(() => lb.stop());

const stock = (itemCode: string, query = '') =>
  lb.answer(
    flatAvailabilitySchema.strict(),
    `/v1/items/${encodeURIComponent(itemCode)}/availability?${query}`
  );
const price = (itemCode: string, query = 'customerNo=01-PRICING') =>
  lb.answer(itemPriceSchema, `/v1/items/${encodeURIComponent(itemCode)}/price?${query}`);

describe('getAvailability', () => {
  it('when no warehouse is named, then all are together; else the one that is named', async () => {
    expect(await stock('STK-ALL')).toMatchObject({
      available: 27,
      onHand: 40,
      onSalesOrder: 9,
      onBackOrder: 4,
      onPurchaseOrder: 58
    });
    expect(await stock('stk-all', 'warehouseCode=001')).toMatchObject({
      warehouseCode: '001',
      available: 8,
      onHand: 10
    });
  });

  it('when an item is kept in another unit than it is sold in, then the unit of the figures is named', async () => {
    expect(await stock('STK-BOX')).toMatchObject({ unitOfMeasure: 'EACH', available: 239 });
  });

  it.each([
    ['STK-FRACT', { unitOfMeasure: 'FOOT', onHand: 1212.5 }],
    ['STK-NONE', { available: 0, stocked: true }],
    ['/LABOR', { available: 0, stocked: false }],
    ['KIT-DESK', { stocked: false }],
    ['DISC-EMPTY', { discontinued: true, onHand: 0 }],
    ['INACTIVE-1', { inactive: true }],
    ['NO-BACKORD', { allowBackOrders: false }],
    ["O'HARA-1/2", { itemCode: "O'HARA-1/2" }]
  ])('when %s is asked for, then %j', async (itemCode, expected) => {
    expect(await stock(itemCode)).toMatchObject(expected);
  });
});

describe('listAvailability', () => {
  it('when one of several items is missing, then it is told apart and hides no other', async () => {
    const path = '/v1/availability?itemCodes=STK-A,NOPE,stk-neg';
    const { items, missing, leftOut } = await lb.answer(availabilityListSchema, path);
    expect(items.map(({ itemCode, warehouses }) => [itemCode, warehouses.length])).toEqual([
      ['STK-A', 3],
      ['STK-NEG', 2]
    ]);
    expect(items[1]?.warehouses[0]).toMatchObject({
      warehouseCode: '000',
      warehouseName: 'CENTRAL WAREHOUSE',
      onHand: '-3.000000'
    });
    expect(missing).toEqual([expect.objectContaining({ itemCode: 'NOPE', code: 'LB402' })]);
    expect(leftOut).toEqual([]);
  });
});

describe('getPrice', () => {
  it.each([
    ['PRC-STD', '100.000000', 'standard'],
    ['PRC-PROMO', '80.000000', 'promotion'],
    ['PRC-PROMODSC', '75.000000', 'promotion'],
    ['PRC-PROMOEXP', '100.000000', 'standard'],
    ['PRC-PROMOFUT', '100.000000', 'standard'],
    ['PRC-PROMOHI', '100.000000', 'standard'],
    ['PRC-PROMOCST', '80.000000', 'promotion'],
    ['PRC-CUST', '71.000000', 'customerItem'],
    ['PRC-LEVEL', '88.000000', 'itemLevel'],
    ['PRC-BLANK', '95.000000', 'item'],
    ['PRC-CODE', '90.000000', 'priceCodeLevel'],
    ['PRC-CODESTD', '92.500000', 'priceCode'],
    ['PRC-METH-C', '95.000000', 'item'],
    ['PRC-METH-D', '66.670000', 'item'],
    ['PRC-METH-M', '97.500000', 'item'],
    ['PRC-METH-O', '88.120000', 'item'],
    ['PRC-METH-P', '87.750000', 'item']
  ])('when 01-PRICING asks for %s, then it is %s by %s', async (itemCode, unitPrice, wonBy) => {
    expect(await price(itemCode)).toMatchObject({
      unitPrice,
      wonBy,
      customerNo: '01-PRICING',
      currency: 'USD'
    });
  });

  it.each([
    ['9', '100.000000'],
    ['9.5', '95.000000'],
    ['10', '95.000000'],
    ['25', '92.500000'],
    ['99', '90.000000'],
    ['100', '87.500000']
  ])('when %s are bought, then the break holds', async (quantity, unitPrice) => {
    expect(await price('PRC-BREAKS', `customerNo=01-PRICING&quantity=${quantity}`)).toMatchObject({
      unitPrice
    });
  });

  it('when a customer has a level of its own for the product line, then that one prices it', async () => {
    expect(await price('PRC-LINE', 'customerNo=01-PRODLINE')).toMatchObject({
      unitPrice: '77.000000',
      wonBy: 'itemLevel'
    });
  });

  it('when nobody is named, then the list price comes, and no customer', async () => {
    const answer = await price('PRC-CUST', '');
    expect(answer).toMatchObject({ unitPrice: '100.000000', wonBy: 'standard' });
    expect(answer).not.toHaveProperty('customerNo');
  });

  it('when customer or item is inactive, then the price is told all the same', async () => {
    expect(await price('PRC-STD', 'customerNo=01-DORMANT')).toMatchObject({ unitPrice: '100.000000' });
    expect(await price('INACTIVE-1')).toMatchObject({ itemCode: 'INACTIVE-1' });
  });
});
