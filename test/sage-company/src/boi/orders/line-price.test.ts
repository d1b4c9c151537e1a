import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Decimal } from 'decimal.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTableSql } from '../../tables/create-table.ts';
import { imPriceCode } from '../../tables/im-price-code.ts';
import { CompanyDatabase } from '../company/company-database.ts';
import { insertChange } from '../company/write-plan.ts';
import { priceOf } from './line-price.ts';
import type { PriceQuestion } from './line-price.ts';

let directory: string;
let database: CompanyDatabase;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sage-boi-'));
  const file = join(directory, 'sage.db');
  const fresh = new DatabaseSync(file);
  fresh.exec(createTableSql(imPriceCode));
  fresh.close();
  database = new CompanyDatabase(file);
});
afterEach(() => {
  database.close();
  rmSync(directory, { recursive: true });
});

const ITEM = {
  ItemCode: 'DESK',
  PriceCode: 'STD',
  StandardUnitPrice: 100,
  StandardUnitCost: 60,
  SaleMethod: 'N'
};
const CUSTOMER = { ARDivisionNo: '01', CustomerNo: 'ABF' };

function add(record: Readonly<Record<string, string | number>>): void {
  database.write([insertChange(database.table('IM_PriceCode'), { BreakQuantity1: 99_999_999, ...record })]);
}

function price(change: Partial<PriceQuestion> = {}): string {
  const question = {
    item: ITEM,
    arDivisionNo: '01',
    customerNo: 'ABF',
    priceLevel: '2',
    quantity: new Decimal(1),
    orderDate: '2026-01-31'
  };
  return priceOf(database, { ...question, ...change }).toString();
}

describe('the price of a line', () => {
  it('when records of every kind fit, then they win in the published order', () => {
    const found = [price()];
    const kinds = [
      { PriceCodeRecord: '0', PriceCode: 'STD', DiscountMarkup1: 95 },
      { PriceCodeRecord: '0', PriceCode: 'STD', CustomerPriceLevel: '2', DiscountMarkup1: 94 },
      { PriceCodeRecord: '1', ItemCode: 'DESK', DiscountMarkup1: 93 },
      { PriceCodeRecord: '1', ItemCode: 'DESK', CustomerPriceLevel: '2', DiscountMarkup1: 92 },
      { PriceCodeRecord: '2', ItemCode: 'DESK', ...CUSTOMER, DiscountMarkup1: 91 }
    ];
    for (const kind of kinds) {
      add({ PricingMethod: 'O', ...kind });
      found.push(price());
    }
    expect(found).toEqual(['100', '95', '94', '93', '92', '91']);
    expect(price({ customerNo: 'OTHER' })).toBe('92');
    expect(price({ customerNo: 'OTHER', priceLevel: '' })).toBe('93');
  });

  it.each([
    ['C', 15.5, '75.5'],
    ['M', 25, '75'],
    ['D', 12.5, '87.5'],
    ['P', 12.5, '87.5'],
    ['P', 120, '0'],
    ['O', 42.123456, '42.123456']
  ])('when the method is %s with %d, then it is %s', (PricingMethod, DiscountMarkup1, expected) => {
    add({ PriceCodeRecord: '1', ItemCode: 'DESK', PricingMethod, DiscountMarkup1 });
    expect(price()).toBe(expected);
  });

  it.each([
    ['1', '90'],
    ['11', '90'],
    ['11.5', '80'],
    ['49', '80'],
    ['50', '70'],
    ['1000', '70']
  ])('when %s are ordered, then the break that holds gives %s', (quantity, expected) => {
    add({
      PriceCodeRecord: '1',
      ItemCode: 'DESK',
      PricingMethod: 'O',
      ...{ BreakQuantity1: 11, BreakQuantity2: 49, BreakQuantity3: 99_999_999 },
      ...{ DiscountMarkup1: 90, DiscountMarkup2: 80, DiscountMarkup3: 70 }
    });
    expect(price({ quantity: new Decimal(quantity) })).toBe(expected);
  });

  it('when a promotion runs, then it wins only where it is lower', () => {
    const sale = { SaleMethod: 'P', SaleStartingDate: '2026-01-01', SaleEndingDate: '2026-01-31' };
    expect(price({ item: { ...ITEM, ...sale, SalesPromotionPrice: 85 } })).toBe('85');
    expect(price({ item: { ...ITEM, ...sale, SalesPromotionPrice: 85 }, orderDate: '2026-02-01' })).toBe(
      '100'
    );
    expect(price({ item: { ...ITEM, ...sale, SalesPromotionPrice: 120 } })).toBe('100');
    const percent = { ...sale, SaleMethod: 'D', SalesPromotionDiscountPercent: 30 };
    expect(price({ item: { ...ITEM, ...percent } })).toBe('70');
  });
});
