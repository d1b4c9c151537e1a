import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { arCustomer } from '../catalogue/ar-customer.ts';
import { arOpenInvoice } from '../catalogue/ar-open-invoice.ts';
import { assertSafeSelect } from './grammar.ts';
import { UnsafeLiteralError } from './literal.ts';
import { select } from './providex-dialect.ts';
import type { SelectedRow } from './select.ts';

describe('select', () => {
  it('writes the statement in the order of the clauses', () => {
    const { sql } = select(arOpenInvoice, {
      top: 5,
      columns: ['InvoiceNo', 'Balance'],
      where: [
        { column: 'ARDivisionNo', op: '=', value: '01' },
        { column: 'InvoiceType', in: ['IN', 'CM'] },
        { column: 'Balance', op: '<>', value: '0' },
        { column: 'InvoiceDate', op: '>=', value: '2026-01-31' }
      ],
      orderBy: ['InvoiceNo']
    });
    expect(sql).toBe(
      "SELECT TOP 5 InvoiceNo, Balance FROM AR_OpenInvoice WHERE ARDivisionNo = '01' AND InvoiceType IN ('IN', 'CM')" +
        " AND Balance <> 0 AND InvoiceDate >= {d '2026-01-31'} ORDER BY InvoiceNo"
    );
    expect(() => assertSafeSelect(sql)).not.toThrow();
  });

  it('types its rows by the columns chosen', () => {
    const statement = select(arCustomer, {
      columns: ['CustomerName', 'TermsCode', 'DateLastAging', 'CreditLimit']
    });
    expect(statement.columns).toHaveLength(4);
    expectTypeOf<SelectedRow<typeof statement>>().toEqualTypeOf<{
      readonly CustomerName: string;
      readonly TermsCode: string | null;
      readonly DateLastAging: string | null;
      readonly CreditLimit: string;
    }>();
    // @ts-expect-error a column that the table does not have
    expect(() => select(arCustomer, { columns: ['Balance'] })).toThrow('AR_Customer has no column Balance');
  });

  it.each([
    ['a control character', { column: 'CustomerNo', op: '=', value: 'A\u0007' }],
    ['a NUL', { column: 'CustomerNo', op: '=', value: 'A\0' }],
    ['half a surrogate pair', { column: 'CustomerNo', op: '=', value: '\ud800' }],
    ['a number that is text', { column: 'CreditLimit', op: '=', value: '0 OR 1=1' }],
    ['a number with an exponent', { column: 'CreditLimit', op: '=', value: '1e9' }],
    ['a date with a quote', { column: 'DateLastAging', op: '=', value: "2026-01-01'" }],
    ['a month that is none', { column: 'DateLastAging', op: '=', value: '2026-13-01' }],
    ['no values for IN', { column: 'CustomerNo', in: [] }],
    ['201 values for IN', { column: 'CustomerNo', in: Array.from({ length: 201 }, String) }]
  ] as const)('when a condition holds %s, then no statement is built', (_what, condition) => {
    expect(() => select(arCustomer, { columns: ['CustomerNo'], where: [condition] })).toThrow(
      UnsafeLiteralError
    );
  });

  it('for any string, either no statement is built or the checker takes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        let sql: string;
        try {
          ({ sql } = select(arCustomer, {
            columns: ['CustomerNo'],
            where: [{ column: 'CustomerName', op: '=', value }]
          }));
        } catch (error) {
          expect(error).toBeInstanceOf(UnsafeLiteralError);
          return;
        }
        expect(() => assertSafeSelect(sql)).not.toThrow();
      })
    );
  });
});
