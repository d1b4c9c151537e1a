import { describe, expect, it } from 'vitest';
import { changedValues } from './changed-values.ts';
import { customerValues, itemValues } from './master-values.ts';
import { itemLineValues, lineValues, orderHeaderValues } from './sales-order-values.ts';
import { requiredFaults, valueFaults } from './value-faults.ts';
import type { ColumnFacts, TableFacts, WrittenKind, WrittenValue } from './written-value.ts';

function column(name: string, kind: ColumnFacts['kind'], facts: Partial<ColumnFacts> = {}): ColumnFacts {
  return { name, kind, userDefined: name.startsWith('UDF_'), required: false, ...facts };
}

const table: TableFacts = {
  name: 'CI_Item',
  columns: [
    column('Comment', 'text', { length: 5 }),
    column('Notes', 'text'),
    column('Price', 'number', { length: 8, scale: 2 }),
    column('Wide', 'number', { length: 20, scale: 6 }),
    column('Day', 'date'),
    column('Held', 'text', { length: 1 }),
    column('UDF_TEXT', 'text', { length: 3 }),
    column('UDF_NUMBER', 'number', { length: 5, scale: 1 }),
    column('UDF_DAY', 'date'),
    column('UDF_FLAG', 'flag'),
    column('UDF_BRAND', 'text', { length: 20, required: true })
  ]
};

function written(kind: WrittenKind, name: string, value: string | null): WrittenValue {
  return { kind, column: name, field: `field ${name}`, value };
}

describe('valueFaults', () => {
  it.each<[string, WrittenKind, string, string, string]>([
    ['a text over the live length', 'text', 'Comment', 'sixsix', 'LB505'],
    ['a code over the live length', 'code', 'Comment', 'SIXSIX', 'LB505'],
    ['more characters of two code units than fit', 'text', 'Comment', '😀'.repeat(6), 'LB505'],
    ['a UDF over the live length', 'userDefined', 'UDF_TEXT', 'four', 'LB505'],
    ['a text with a control character', 'text', 'Notes', 'bell\u0007', 'LB506'],
    ['half a character', 'text', 'Notes', '\ud83d', 'LB506'],
    ['a number in words', 'number', 'Price', 'two', 'LB506'],
    ['a number with an exponent', 'number', 'Price', '1e3', 'LB506'],
    ['a number with separators', 'number', 'Price', '1,000.00', 'LB506'],
    ['a number that is empty', 'number', 'Price', '', 'LB506'],
    ['too many digits after the point', 'number', 'Price', '0.125', 'LB506'],
    ['too many digits before the point', 'number', 'Price', '1000000', 'LB506'],
    ['more digits than can be sent exactly', 'number', 'Wide', '12345678901.123456', 'LB506'],
    ['a UDF of another type: number', 'userDefined', 'UDF_NUMBER', 'many', 'LB506'],
    ['a UDF of another type: day', 'userDefined', 'UDF_DAY', '01/31/2026', 'LB506'],
    ['a UDF of another type: flag', 'userDefined', 'UDF_FLAG', 'true', 'LB506'],
    ['a flag that is neither', 'flag', 'Held', 'X', 'LB506'],
    ['a day that is none', 'date', 'Day', '2026-02-30', 'LB508'],
    ['a day before 1900', 'date', 'Day', '1899-12-31', 'LB508'],
    ['a day after 2099', 'userDefined', 'UDF_DAY', '2100-01-01', 'LB508'],
    ['a UDF that does not exist', 'userDefined', 'UDF_NOT_THERE', '1', 'LB409'],
    ['a column of Sage in place of a UDF', 'userDefined', 'Price', '1', 'LB409'],
    ['a column that this release lacks', 'text', 'NewColumn', '1', 'LB409']
  ])(
    'when it gets %s, then the one fault has code, field, value and fix',
    (_what, kind, name, value, code) => {
      const faults = valueFaults([written(kind, name, value)], table);
      expect(faults).toMatchObject([{ code, field: `field ${name}`, value }]);
      expect(faults[0]?.problem).toMatch(/\.$/);
      expect(faults[0]?.fix).not.toBe('');
    }
  );

  it.each<[WrittenKind, string, string | null]>([
    ['text', 'Comment', 'fives'],
    ['text', 'Comment', '😀'.repeat(5)],
    ['text', 'Comment', ''],
    ['text', 'Comment', null],
    ['text', 'Notes', 'tab\tand\r\nlines, Żółć'],
    ['number', 'Price', '999999.99'],
    ['number', 'Price', '-0.10'],
    ['number', 'Price', '1.5000'],
    ['number', 'Price', null],
    ['number', 'Wide', '123456789.123456'],
    ['date', 'Day', '1900-01-01'],
    ['date', 'Day', '2096-02-29'],
    ['flag', 'Held', 'N'],
    ['userDefined', 'UDF_NUMBER', '1234.5'],
    ['userDefined', 'UDF_DAY', '2099-12-31'],
    ['userDefined', 'UDF_DAY', null],
    ['userDefined', 'UDF_FLAG', 'Y'],
    ['text', 'NewColumn', null]
  ])('when a %s for %s is %j, then there is no fault', (kind, name, value) => {
    expect(valueFaults([written(kind, name, value)], table)).toEqual([]);
  });

  it('when several values are at fault, then each is named', () => {
    const values = [written('text', 'Comment', 'sixsix'), written('userDefined', 'UDF_NO', null)];
    expect(valueFaults(values, table).map(({ code }) => code)).toEqual(['LB505', 'LB409']);
  });
});

describe('requiredFaults', () => {
  const brand = (value: string | null) => [written('userDefined', 'UDF_BRAND', value)];

  it.each([
    ['a new record leaves it out', [], true, 'lines[1].userDefinedFields.UDF_BRAND'],
    ['a new record has it blank', brand(' '), true, 'field UDF_BRAND'],
    ['an existing record has it emptied', brand(null), false, 'field UDF_BRAND']
  ])('when %s, then LB507 names it', (_what, values, isNew, field) => {
    const faults = requiredFaults(values, table, { prefix: 'lines[1].', isNew });
    expect(faults).toMatchObject([{ code: 'LB507', field, value: '' }]);
    expect(faults[0]?.fix).not.toBe('');
  });

  it.each([
    ['a new record has it', brand('OWN'), true],
    ['an existing record leaves it as it is', [], false]
  ])('when %s, then there is no fault', (_what, values, isNew) => {
    expect(requiredFaults(values, table, { isNew })).toEqual([]);
  });
});

describe('changedValues', () => {
  it.each<[WrittenKind, string, string | null, string | null, boolean]>([
    ['text', 'Comment', 'a', 'a  ', false],
    ['text', 'Comment', '', null, false],
    ['text', 'Comment', null, null, false],
    ['text', 'Comment', null, 'a', true],
    ['text', 'Comment', 'A', 'a', true],
    ['text', 'Comment', '007', '7', true],
    ['number', 'Price', '1.5', '1.50', false],
    ['number', 'Price', null, '0.00', false],
    ['number', 'Price', '0', null, false],
    ['number', 'Price', '1.51', '1.50', true],
    ['userDefined', 'UDF_NUMBER', '2', '2.0', false],
    ['userDefined', 'UDF_TEXT', '2', '2.0', true],
    ['userDefined', 'UDF_DAY', '2026-01-31', '2026-01-31', false]
  ])('when a %s of %s should be %j and is %j, then changed is %s', (kind, name, wanted, held, isChanged) => {
    const value = written(kind, name, wanted);
    expect(changedValues([value], { [name]: held }, table)).toEqual(isChanged ? [value] : []);
  });
});

describe('the values of a draft', () => {
  const sent = (values: readonly WrittenValue[]) => values.map(({ column: name, value }) => [name, value]);

  it('when a field is left out, then so is its column; null is kept, codes are raised, flags are Y and N', () => {
    const draft = {
      requestKey: 'k',
      termsCode: 'a1 ',
      comment: null,
      creditHold: false,
      salesperson: '01-02a'
    };
    expect(sent(customerValues(draft))).toEqual([
      ['TermsCode', 'A1'],
      ['SalespersonDivisionNo', '01'],
      ['SalespersonNo', '02A'],
      ['Comment', null],
      ['CreditHold', 'N']
    ]);
    expect(sent(itemValues({ itemCode: 'X', productType: 'discontinued', inactive: true }))).toEqual([
      ['ProductType', 'D'],
      ['InactiveItem', 'Y']
    ]);
  });

  it('when an order has an address, then ship-to and dates come before it, and lines it lacks are emptied', () => {
    const header = { comment: 'c', shipToAddress: { lines: ['1 Main St'] }, shipToCode: '2', onHold: true };
    expect(sent(orderHeaderValues(header))).toEqual([
      ['ShipToCode', '2'],
      ['ShipToAddress1', '1 Main St'],
      ['ShipToAddress2', null],
      ['ShipToAddress3', null],
      ['Comment', 'c'],
      ['OrderStatus', 'H']
    ]);
  });

  it('when a line is written, then its item comes first, and fields are named by their place', () => {
    const line = { kind: 'item' as const, itemCode: 'abc', quantity: '2', unitPrice: '1.5' };
    expect(lineValues(line, 'lines[3].').map(({ field, value }) => [field, value])).toEqual([
      ['lines[3].itemCode', 'ABC'],
      ['lines[3].quantity', '2'],
      ['lines[3].unitPrice', '1.5']
    ]);
    expect(sent(lineValues({ kind: 'comment', text: 'Hi' }, 'lines[0].'))).toEqual([
      ['ItemCode', '/C'],
      ['CommentText', 'Hi']
    ]);
    expect(itemLineValues({}, '')).toEqual([]);
  });
});
