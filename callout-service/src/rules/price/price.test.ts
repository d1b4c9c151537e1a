import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceRecord } from '../../canonical/price-record.ts';
import { price, type PricedItem, type PriceQuestion } from './price.ts';

const settings = { costBasis: 'standard', unitPriceDecimals: 2 } as const;

const item: PricedItem = {
  itemCode: '6655',
  priceCode: 'STD',
  promotion: null,
  salesUnitOfMeasure: 'EACH',
  salesUnitConversion: '1.0000',
  standardUnitPrice: '100.000000',
  standardUnitCost: '60.000000',
  averageUnitCost: '62.000000',
  lastTotalUnitCost: '64.000000'
};
const customer = { arDivisionNo: '01', customerNo: 'ABF', priceLevel: '1' };

function record(fields: Partial<PriceRecord>, ...breaks: [upTo: string, value: string][]): PriceRecord {
  return {
    record: 'item',
    priceCode: null,
    itemCode: null,
    customerPriceLevel: null,
    arDivisionNo: null,
    customerNo: null,
    description: null,
    method: 'price',
    breaks: breaks.map(([upTo, value]) => ({ upTo, value })),
    createdAt: null,
    updatedAt: null,
    ...fields
  };
}

const everyQuantity = '99999999';
const ownPrice = record({ record: 'itemCustomer', itemCode: '6655', arDivisionNo: '01', customerNo: 'ABF' }, [
  everyQuantity,
  '91.00'
]);
const itemAtLevel = record({ itemCode: '6655', customerPriceLevel: '1' }, [everyQuantity, '92.00']);
const itemAtNone = record({ itemCode: '6655' }, [everyQuantity, '93.00']);
const codeAtLevel = record({ record: 'priceCode', priceCode: 'STD', customerPriceLevel: '1' }, [
  everyQuantity,
  '94.00'
]);
const codeAtNone = record({ record: 'priceCode', priceCode: 'STD' }, [everyQuantity, '95.00']);
const all = [codeAtNone, codeAtLevel, itemAtNone, itemAtLevel, ownPrice];

function ask(question: Partial<PriceQuestion> = {}) {
  return price(
    { item, customer, quantity: new Decimal(1), day: '2026-03-15', records: all, ...question },
    settings
  );
}

describe('price, the precedence', () => {
  it.each([
    { without: 0, wonBy: 'customerItem', unitPrice: '91.000000' },
    { without: 1, wonBy: 'itemLevel', unitPrice: '92.000000' },
    { without: 2, wonBy: 'item', unitPrice: '93.000000' },
    { without: 3, wonBy: 'priceCodeLevel', unitPrice: '94.000000' },
    { without: 4, wonBy: 'priceCode', unitPrice: '95.000000' },
    { without: 5, wonBy: 'standard', unitPrice: '100.000000' }
  ])('when the first $without rules have no record, then $wonBy wins', ({ without, wonBy, unitPrice }) => {
    const answer = ask({ records: all.slice(0, all.length - without) });
    expect(answer).toMatchObject({ wonBy, unitPrice, standardPrice: '100.000000' });
  });

  it('when there is no customer, then neither customer nor level count', () => {
    const answer = ask({ customer: null });
    expect(answer.wonBy).toBe('item');
    expect(answer.candidates).toContainEqual({ rule: 'customerItem', reason: 'NO_CUSTOMER' });
    expect(answer.candidates).toContainEqual({ rule: 'priceCodeLevel', reason: 'NO_CUSTOMER' });
  });

  it("when the order names another level, then the customer's own is not asked for", () => {
    const other = record({ itemCode: '6655', customerPriceLevel: '2' }, [everyQuantity, '88.00']);
    const answer = ask({ records: [itemAtLevel, itemAtNone, other], priceLevel: '2' });
    expect(answer).toMatchObject({ wonBy: 'itemLevel', unitPrice: '88.000000' });
    expect(ask({ records: [itemAtLevel, itemAtNone], priceLevel: null }).wonBy).toBe('item');
  });

  it('when records of other items, customers and codes are there, then they change nothing', () => {
    const others = [
      record({ itemCode: '8953' }, [everyQuantity, '1.00']),
      record({ record: 'itemCustomer', itemCode: '6655', arDivisionNo: '02', customerNo: 'ABF' }, [
        everyQuantity,
        '1.00'
      ]),
      record({ record: 'priceCode', priceCode: 'OTHR' }, [everyQuantity, '1.00'])
    ];
    expect(ask({ records: others }).wonBy).toBe('standard');
  });

  it('when a rule won, then every other one is listed with its price or its reason', () => {
    expect(ask({ records: [itemAtNone, codeAtNone] }).candidates).toEqual([
      { rule: 'promotion', reason: 'NOT_IN_FORCE' },
      { rule: 'customerItem', reason: 'NO_RECORD' },
      { rule: 'itemLevel', reason: 'NO_RECORD' },
      { rule: 'item', unitPrice: '93.000000' },
      { rule: 'priceCodeLevel', reason: 'NO_RECORD' },
      { rule: 'priceCode', unitPrice: '95.000000', reason: 'LATER_IN_PRECEDENCE' },
      { rule: 'standard', unitPrice: '100.000000', reason: 'LATER_IN_PRECEDENCE' }
    ]);
  });
});

describe('price, promotions', () => {
  const sale = {
    code: 'SPRING',
    method: 'price',
    startsOn: '2026-03-01',
    endsOn: '2026-03-31',
    price: '90.000000',
    discountPercent: '0.000'
  } as const;

  it.each([
    { day: '2026-02-28', wonBy: 'customerItem' },
    { day: '2026-03-01', wonBy: 'promotion' },
    { day: '2026-03-31', wonBy: 'promotion' },
    { day: '2026-04-01', wonBy: 'customerItem' }
  ])('when it is $day and the sale runs through March, then $wonBy wins', ({ day, wonBy }) => {
    expect(ask({ item: { ...item, promotion: sale }, day }).wonBy).toBe(wonBy);
  });

  it('when another rule is as low or lower, then the promotion does not win and says why', () => {
    const answer = ask({ item: { ...item, promotion: { ...sale, price: '91.000000' } } });
    expect(answer.wonBy).toBe('customerItem');
    expect(answer.candidates[0]).toEqual({
      rule: 'promotion',
      unitPrice: '91.000000',
      reason: 'NOT_LOWER'
    });
  });

  it('when the promotion is a discount, then it is taken off the standard price', () => {
    const promotion = { ...sale, method: 'discount', discountPercent: '12.500' } as const;
    const answer = ask({ item: { ...item, promotion } });
    expect(answer).toMatchObject({ wonBy: 'promotion', unitPrice: '87.500000' });
    expect(answer.method).toBeUndefined();
  });

  it('when a promotion has no dates, then it is always in force', () => {
    const promotion = { ...sale, startsOn: null, endsOn: null };
    expect(ask({ item: { ...item, promotion }, day: '1999-01-01' }).wonBy).toBe('promotion');
  });
});

describe('price, methods and breaks', () => {
  it.each([
    { method: 'costPlusAmount', value: '15.25', unitPrice: '75.250000' },
    { method: 'costPlusPercent', value: '33.333', unitPrice: '80.000000' },
    { method: 'lessPercent', value: '7.5', unitPrice: '92.500000' },
    { method: 'lessAmount', value: '0.01', unitPrice: '99.990000' },
    { method: 'price', value: '42', unitPrice: '42.000000' },
    { method: 'lessAmount', value: '150', unitPrice: '0.000000' }
  ] as const)('when the method is $method with $value, then a unit costs $unitPrice', (example) => {
    const only = record({ itemCode: '6655', method: example.method }, [everyQuantity, example.value]);
    const answer = ask({ records: [only] });
    expect(answer).toMatchObject({ unitPrice: example.unitPrice, method: example.method });
  });

  const staggered = record({ itemCode: '6655' }, ['9', '90.00'], ['49', '80.00'], [everyQuantity, '70.00']);

  it.each([
    { quantity: '1', unitPrice: '90.000000', breakNumber: 1, nextBreakFrom: '10.000000' },
    { quantity: '9', unitPrice: '90.000000', breakNumber: 1, nextBreakFrom: '10.000000' },
    { quantity: '9.5', unitPrice: '80.000000', breakNumber: 2, nextBreakFrom: '50.000000' },
    { quantity: '10', unitPrice: '80.000000', breakNumber: 2, nextBreakFrom: '50.000000' },
    { quantity: '50', unitPrice: '70.000000', breakNumber: 3, nextBreakFrom: undefined },
    { quantity: '100000000', unitPrice: '70.000000', breakNumber: 3, nextBreakFrom: undefined }
  ])('when $quantity are ordered, then break $breakNumber holds', ({ quantity, ...expected }) => {
    const { unitPrice, breakNumber, nextBreakFrom } = ask({
      records: [staggered],
      quantity: new Decimal(quantity)
    });
    expect({ unitPrice, breakNumber, nextBreakFrom }).toEqual(expected);
  });

  it('when a record has no breaks, then the next rule decides', () => {
    const answer = ask({ records: [record({ itemCode: '6655' }), codeAtNone] });
    expect(answer.wonBy).toBe('priceCode');
    expect(answer.candidates).toContainEqual({ rule: 'item', reason: 'NO_BREAK' });
  });

  it('when an item is sold by the dozen, then price, cost and breaks are those of twelve', () => {
    const dozen = { ...item, salesUnitOfMeasure: 'DZ', salesUnitConversion: '12.0000' };
    const answer = ask({ item: dozen, records: [staggered], quantity: new Decimal(2) });
    expect(answer).toMatchObject({
      unitPrice: '960.000000',
      standardPrice: '1200.000000',
      unitOfMeasure: 'DZ',
      breakNumber: 2
    });
  });

  it.each([
    { costBasis: 'standard', unitPrice: '66.000000' },
    { costBasis: 'average', unitPrice: '68.200000' },
    { costBasis: 'last', unitPrice: '70.400000' }
  ] as const)('when mark-ups are reckoned from the $costBasis cost, then $unitPrice', (example) => {
    const markUp = record({ itemCode: '6655', method: 'costPlusPercent' }, [everyQuantity, '10']);
    const question = { item, customer, quantity: new Decimal(1), day: '2026-03-15', records: [markUp] };
    const answer = price(question, { ...settings, costBasis: example.costBasis });
    expect(answer.unitPrice).toBe(example.unitPrice);
  });

  it('when a price is below the cost, then the answer says so', () => {
    const low = record({ itemCode: '6655' }, [everyQuantity, '59.99']);
    expect(ask({ records: [low] }).belowCost).toBe(true);
    expect(ask().belowCost).toBe(false);
  });

  it('when quantities grow, then a price with falling breaks never rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (quantity, more) => {
        const unitPrice = (count: number) =>
          Number(ask({ records: [staggered], quantity: new Decimal(count) }).unitPrice);
        expect(unitPrice(quantity + more)).toBeLessThanOrEqual(unitPrice(quantity));
      })
    );
  });
});
