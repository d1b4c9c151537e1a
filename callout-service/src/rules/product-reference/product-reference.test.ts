import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSpecialItemCode,
  resolveProduct,
  sageItemCode,
  type ProductAlias,
  type ProductLookupRow,
  type ProductReferences
} from './product-reference.ts';

const alias = (
  aliasItemNo: string,
  itemCode: string,
  of: Partial<ProductAlias> = { type: 'general' }
): ProductAlias => ({
  aliasItemNo,
  itemCode,
  type: 'general',
  arDivisionNo: null,
  customerNo: null,
  ...of
});
const ofAbf = { type: 'customer', arDivisionNo: '01', customerNo: 'ABF' } as const;
const abf = { arDivisionNo: '01', customerNo: 'ABF' };

/** Items of Sage's demo company, and some with leading zeros and of the kind without stock. */
const items = new Set(['1001-HON-H252', '1001-HON-H254', '0012', 'CABINET', '/FREIGHT']);
const references: ProductReferences = {
  lookup: [
    { productCode: 'HON-2', itemCode: '1001-hon-h252' },
    { productCode: 'CABINET', itemCode: '1001-HON-H254' },
    { productCode: 'GONE', itemCode: 'NO-SUCH' },
    { productCode: 'TWICE', itemCode: '0012' },
    { productCode: 'twice', itemCode: 'CABINET' }
  ],
  hasItem: (itemCode) => items.has(itemCode),
  aliases: [
    alias('H252', '1001-HON-H252'),
    alias('H252', '1001-HON-H254', ofAbf),
    alias('H252', '0012', { type: 'vendor' }),
    alias('1001-HON-H252', '0012'),
    alias('OURS', '0012', ofAbf),
    alias('MANY', '0012'),
    alias('MANY', 'CABINET'),
    alias('SAME', '0012'),
    alias('same ', '0012 '),
    alias('LOST', 'NO-SUCH'),
    alias('VENDORS', '0012', { type: 'vendor' })
  ]
};

describe('resolveProduct', () => {
  it.each([
    ['1001-HON-H252', '1001-HON-H252', 'direct', 'the item of that code comes before an alias'],
    [' 1001-hon-h252 ', '1001-HON-H252', 'direct', 'case and blanks do not count'],
    ['0012', '0012', 'direct', 'leading zeros stay'],
    ['HON-2', '1001-HON-H252', 'lookup', 'the table names it'],
    ['cabinet', '1001-HON-H254', 'lookup', 'the table comes before the item of that code'],
    ['H252', '1001-HON-H254', 'customerAlias', "the customer's alias comes before the general one"],
    ['OURS', '0012', 'customerAlias', 'only the customer has that alias'],
    ['SAME', '0012', 'generalAlias', 'two aliases of one item are one'],
    ['/freight', '/FREIGHT', 'direct', 'it has no stock']
  ])('when 01-ABF orders %j, then it is %s by %s: %s', (code, itemCode, foundBy) => {
    expect(resolveProduct(code, { ...references, customer: abf })).toEqual({
      found: true,
      itemCode,
      foundBy,
      special: itemCode.startsWith('/')
    });
  });

  it.each([
    ['another division', { arDivisionNo: '02', customerNo: 'ABF' }],
    ['another customer', { arDivisionNo: '01', customerNo: 'AVNET' }],
    ['nobody', undefined]
  ])('when %s orders it, then the alias of 01-ABF does not count', (_who, customer) => {
    const by = customer === undefined ? references : { ...references, customer };
    expect(resolveProduct('H252', by)).toMatchObject({ itemCode: '1001-HON-H252', foundBy: 'generalAlias' });
    expect(resolveProduct('OURS', by)).toMatchObject({ found: false, fault: { code: 'LB402' } });
  });

  it.each([
    ['0013', 'LB402', 'neither in the table'],
    ['12', 'LB402', 'neither in the table'],
    ['VENDORS', 'LB402', 'neither in the table'],
    ['GONE', 'LB402', 'The table of product codes leads to NO-SUCH, which Sage does not have.'],
    ['LOST', 'LB402', 'The general alias leads to NO-SUCH, which Sage does not have.'],
    ['MANY', 'LB411', 'The general alias leads to several items: 0012, CABINET.'],
    ['TWICE', 'LB411', 'The table of product codes leads to several items: 0012, CABINET.'],
    ['', 'LB507', 'The product has no product code.'],
    [null, 'LB507', 'The product has no product code.']
  ])('when the product code is %j, then it is %s: %s', (code, faultCode, problem) => {
    const answer = resolveProduct(code, references, 'lines[2].productCode');
    if (answer.found) throw new Error('it must not be found');
    expect(answer.fault).toMatchObject({ code: faultCode, field: 'lines[2].productCode', value: code ?? '' });
    expect(answer.fault.problem).toContain(problem);
    expect(answer.fault.fix).toMatch(/^[A-Z].*\.$/);
  });

  it('for any references, an item that is found is one that Sage has, by the first way that leads anywhere', () => {
    const code = fc.constantFrom('A', 'b', 'C', ' D');
    const rows: fc.Arbitrary<ProductLookupRow[]> = fc.array(
      fc.record({ productCode: code, itemCode: code }),
      {
        maxLength: 2
      }
    );
    const aliases = fc.array(
      fc.tuple(code, code, fc.constantFrom(ofAbf, { type: 'general' } as const, { type: 'vendor' } as const)),
      { maxLength: 4 }
    );
    fc.assert(
      fc.property(code, rows, fc.subarray(['A', 'B', 'C', 'D']), aliases, (wanted, lookup, has, given) => {
        const hasItem = (itemCode: string): boolean => has.includes(itemCode);
        const all = given.map(([no, item, of]) => alias(no, item, of));
        const answer = resolveProduct(wanted, { lookup, hasItem, aliases: all, customer: abf });
        if (!answer.found) {
          expect(['LB402', 'LB411']).toContain(answer.fault.code);
          return;
        }
        expect(hasItem(answer.itemCode)).toBe(true);
        const inLookup = lookup.some(({ productCode }) => sageItemCode(productCode) === sageItemCode(wanted));
        expect(answer.foundBy === 'lookup').toBe(inLookup);
        if (!inLookup) expect(answer.foundBy === 'direct').toBe(hasItem(sageItemCode(wanted)));
      })
    );
  });
});

describe('isSpecialItemCode', () => {
  it.each([
    ['/WRITE OFF', true],
    [' /c', true],
    ['1001-HON-H252', false],
    ['A/C', false]
  ])('is for %j %s', (itemCode, special) => {
    expect(isSpecialItemCode(itemCode)).toBe(special);
  });
});
