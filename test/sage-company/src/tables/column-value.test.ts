import { describe, expect, it } from 'vitest';
import { columnValue } from './column-value.ts';
import { findTable } from './index.ts';
import { splitRecordKey } from './record-key.ts';
import { findColumn } from './table-definition.ts';

function check(column: string, text: string): string | null {
  const table = findTable('AR_Customer');
  const found = table && findColumn(table, column);
  if (found === undefined) throw new Error(`no column ${column}`);
  return columnValue('AR_Customer', found, text);
}

describe('a value for a column', () => {
  it.each([
    ['CreditLimit', '120000.00', '120000.00'],
    ['CreditLimit', '-0.5', '-0.5'],
    ['CreditLimit', '99999999999.99', '99999999999.99'],
    ['DateLastPayment', '2026-02-28', '2026-02-28'],
    ['DateLastPayment', '', null],
    ['State', 'WI', 'WI'],
    ['CustomerName', 'Müller & Żółć', 'Müller & Żółć'],
    ['EncryptedVals', 'x'.repeat(5_000), 'x'.repeat(5_000)]
  ])('when %s is given %s, then it is taken', (column, text, stored) => {
    expect(check(column, text)).toBe(stored);
  });

  it.each([
    ['CreditLimit', '12,5', 'takes a decimal of 13 digits with 2 after the point'],
    ['CreditLimit', '1e3', 'takes a decimal'],
    ['CreditLimit', '', 'takes a decimal'],
    ['CreditLimit', '1.005', 'takes a decimal'],
    ['CreditLimit', '100000000000', 'takes a decimal'],
    ['DateLastPayment', '2026-02-30', 'takes a day'],
    ['DateLastPayment', '28.02.2026', 'takes a day'],
    ['State', 'Wis', 'AR_Customer.State holds 2 characters, "Wis" has 3']
  ])('when %s is given %s, then it is refused', (column, text, reason) => {
    expect(() => check(column, text)).toThrow(reason);
  });
});

describe('the key of a record', () => {
  const split = (tableName: string, key: string) => {
    const table = findTable(tableName);
    if (table === undefined) throw new Error(`no table ${tableName}`);
    return splitRecordKey(table, key);
  };

  it.each([
    ['AR_Customer', '01-ABF', ['01', 'ABF']],
    ['AR_Customer', '01/A-B', ['01', 'A-B']],
    ['AR_Customer', '01-000123', ['01', '000123']],
    ['CI_Item', '2481-5-50', ['2481-5-50']],
    ['AR_OpenInvoice', '01/ABF/0100050/IN', ['01', 'ABF', '0100050', 'IN']]
  ])('when %s is asked for %s, then it has these segments', (table, key, segments) => {
    expect(split(table, key)).toEqual(segments);
  });

  it('when segments are missing, then the expected ones are named', () => {
    expect(() => split('AR_OpenInvoice', '01-ABF')).toThrow('ARDivisionNo/CustomerNo/InvoiceNo/InvoiceType');
    expect(() => split('AR_Customer', 'ABF')).toThrow('ARDivisionNo-CustomerNo');
  });
});
