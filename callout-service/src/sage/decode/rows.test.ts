import { describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { arCustomer } from '../catalogue/ar-customer.ts';
import { select } from '../sql/providex-dialect.ts';
import { decodeRows } from './rows.ts';

const customers = select(arCustomer, {
  columns: ['ARDivisionNo', 'CustomerNo', 'CustomerName', 'TermsCode', 'CreditLimit', 'DateLastAging']
});

function failure(cells: readonly (string | number | null)[]): LedgerBridgeError {
  try {
    decodeRows(customers, [cells]);
  } catch (error) {
    if (error instanceof LedgerBridgeError) return error;
  }
  throw new Error('it was decoded');
}

describe('decodeRows', () => {
  it('reads cells by position, trims padding, and tells blank from null by column', () => {
    const padded = ['01', 'ABF'.padEnd(20, '\0'), 'American  Business ', '  ', 120000, '1753-01-01'];
    expect(decodeRows(customers, [padded])).toEqual([
      {
        ARDivisionNo: '01',
        CustomerNo: 'ABF',
        CustomerName: 'American  Business',
        TermsCode: null,
        CreditLimit: '120000.00',
        DateLastAging: null
      }
    ]);
  });

  it('keeps leading zeros and blanks of a string, and reads NULL as blank', () => {
    const [row] = decodeRows(customers, [['00', '000123', null, '01', '0', null]]);
    expect(row).toMatchObject({
      ARDivisionNo: '00',
      CustomerNo: '000123',
      CustomerName: '',
      TermsCode: '01'
    });
  });

  it('when a value is not of its column, then LB308 names table, column and record, not the value', () => {
    const error = failure(['01', 'ABF', 'American', '01', 'forty-two', null]);
    expect(error.code).toBe('LB308');
    expect(error.message).toBe(
      'AR_Customer.CreditLimit cannot be used: the value is not an exact decimal(13,2).'
    );
    expect(error.detail).toBe(`${error.message} The record is AR_Customer 01-ABF.`);
  });

  it('when a string column holds a number, then it is refused', () => {
    expect(failure(['01', 'ABF', 5, '01', '0', null]).message).toContain('AR_Customer.CustomerName');
  });

  it('when the driver gives another number of columns, then LB308 says so', () => {
    expect(failure(['01', 'ABF']).message).toBe('Sage gave 2 columns of AR_Customer where 6 were asked for.');
  });
});
