import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arCustomer } from '../catalogue/ar-customer.ts';
import { arOpenInvoice } from '../catalogue/ar-open-invoice.ts';
import { syCompany } from '../catalogue/sy-company.ts';
import type { SqlDialect } from './dialect.ts';
import { UnsafeLiteralError } from './literal.ts';
import { providexDialect } from './providex-dialect.ts';
import { createSqlServerDialect } from './sql-server-dialect.ts';
import { UnsafeStatementError } from './tokenizer.ts';

const premium = createSqlServerDialect({ companyCode: 'ABC' });

describe('the dialect of SQL Server', () => {
  it('writes tables in full, and decimals as text', () => {
    const { sql, columns } = premium.select(arOpenInvoice, {
      top: 5,
      columns: ['InvoiceNo', 'Balance'],
      where: [
        { column: 'Balance', op: '<>', value: '0' },
        { column: 'InvoiceDate', op: '>=', value: '2026-01-31' }
      ],
      orderBy: ['InvoiceNo']
    });
    expect(sql).toBe(
      'SELECT TOP 5 InvoiceNo, CAST(Balance AS varchar(41)) AS Balance FROM MAS_ABC.dbo.AR_OpenInvoice' +
        " WHERE Balance <> 0 AND InvoiceDate >= {d '2026-01-31'} ORDER BY InvoiceNo"
    );
    expect(columns).toEqual(['InvoiceNo', 'Balance']);
  });

  it('reads the tables of the system in MAS_SYSTEM', () => {
    const { sql } = premium.select(syCompany, { columns: ['CompanyName'] });
    expect(sql).toBe('SELECT CompanyName FROM MAS_SYSTEM.dbo.SY_Company');
    expect(premium.locate('AR_Customer')).toEqual({ database: 'MAS_ABC', schema: 'dbo' });
  });

  it.each([
    ["O'Neil", "'O''Neil'"],
    ['Zoë', "N'Zoë'"],
    ['😀', "N'😀'"]
  ])('writes %s as %s', (value, literal) => {
    const { sql } = premium.select(arCustomer, {
      columns: ['CustomerNo'],
      where: [{ column: 'CustomerName', op: '=', value }]
    });
    expect(sql).toContain(`CustomerName = ${literal}`);
    expect(() => premium.assertSafe(sql)).not.toThrow();
  });

  it.each(['', 'abc', 'A', 'ABC]', 'AB.'])(
    'when the company code is %j, then there is no dialect',
    (companyCode) => {
      expect(() => createSqlServerDialect({ companyCode })).toThrow(RangeError);
    }
  );

  it.each([
    ['a name of one part', 'SELECT A FROM T'],
    ['a name of two parts', 'SELECT A FROM dbo.T'],
    ['another company', 'SELECT A FROM MAS_XYZ.dbo.T'],
    ['another schema', 'SELECT A FROM MAS_ABC.sys.T'],
    ['a name of four parts', 'SELECT A FROM MAS_ABC.dbo.T.U'],
    ['brackets', 'SELECT A FROM [MAS_ABC].dbo.T'],
    ['a CAST to another type', 'SELECT CAST(A AS int) AS A FROM MAS_ABC.dbo.T'],
    ['a CAST to another length', 'SELECT CAST(A AS varchar(40)) AS A FROM MAS_ABC.dbo.T'],
    ['a CAST of a literal', "SELECT CAST('x' AS varchar(41)) AS A FROM MAS_ABC.dbo.T"],
    ['a CAST under another name', 'SELECT CAST(A AS varchar(41)) AS B FROM MAS_ABC.dbo.T'],
    ['a CAST without a name', 'SELECT CAST(A AS varchar(41)) FROM MAS_ABC.dbo.T'],
    ['a CAST in WHERE', 'SELECT A FROM MAS_ABC.dbo.T WHERE CAST(A AS varchar(41)) = 1'],
    ['an N apart from its string', "SELECT A FROM MAS_ABC.dbo.T WHERE A = N 'x'"],
    ['another prefix', "SELECT A FROM MAS_ABC.dbo.T WHERE A = X'41'"],
    ['a hint', 'SELECT A FROM MAS_ABC.dbo.T WITH (NOLOCK)'],
    ['a sub-select', 'SELECT A FROM MAS_ABC.dbo.T WHERE A IN (SELECT B FROM MAS_ABC.dbo.U)'],
    ['a UNION', 'SELECT A FROM MAS_ABC.dbo.T UNION SELECT A FROM MAS_ABC.dbo.U'],
    ['a JOIN', 'SELECT A FROM MAS_ABC.dbo.T JOIN MAS_ABC.dbo.U ON A = B'],
    ['OFFSET', 'SELECT A FROM MAS_ABC.dbo.T ORDER BY A OFFSET 10'],
    ['a second statement', 'SELECT A FROM MAS_ABC.dbo.T; DROP TABLE T'],
    ['an INTO', 'SELECT A INTO MAS_ABC.dbo.U FROM MAS_ABC.dbo.T']
  ])('refuses %s', (_what, sql) => {
    expect(() => premium.assertSafe(sql)).toThrow(UnsafeStatementError);
  });

  it('when a statement is that of the other edition, then each refuses it', () => {
    const options = { columns: ['CustomerNo', 'CreditLimit'] } as const;
    expect(() => providexDialect.assertSafe(premium.select(arCustomer, options).sql)).toThrow(
      UnsafeStatementError
    );
    expect(() => premium.assertSafe(providexDialect.select(arCustomer, options).sql)).toThrow(
      UnsafeStatementError
    );
  });
});

describe.each([providexDialect, premium])('whatever is built', (dialect: SqlDialect) => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom("'", "''", "O'Neil", ';', '--', 'N', '{d')
  );
  const column = fc.constantFrom('CustomerNo', 'CustomerName', 'CreditLimit', 'DateLastPayment' as const);
  const options = fc.record({
    columns: fc.uniqueArray(column, { minLength: 1 }),
    values: fc.array(value, { minLength: 1, maxLength: 200 }),
    op: fc.constantFrom('=', '<>', '<', '<=', '>', '>=' as const),
    top: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: undefined }),
    orderBy: fc.uniqueArray(column)
  });
  const statement = options.map(({ columns: [first = 'CustomerNo', ...rest], values, op, top, orderBy }) => {
    try {
      return dialect.select(arCustomer, {
        columns: [first, ...rest],
        where: [
          { column: 'CustomerName', in: values },
          { column: 'CustomerNo', op, value: values[0] ?? '' },
          { column: 'CreditLimit', op, value: '-1.50' },
          { column: 'DateLastPayment', op, value: '2026-01-31' }
        ],
        orderBy,
        ...(top !== undefined && { top })
      }).sql;
    } catch (error) {
      expect(error).toBeInstanceOf(UnsafeLiteralError);
      return undefined;
    }
  });

  it('passes the check', () => {
    fc.assert(fc.property(statement, (sql) => sql === undefined || dialect.assertSafe(sql) === undefined));
  });

  it('and then changed by one mark, or by more behind it, is refused', () => {
    const mark = fc.constantFrom(
      '"',
      ';',
      '[',
      ']',
      '`',
      '?',
      '*',
      '(',
      ')',
      "'",
      '\0',
      '\n',
      '--',
      '/*',
      '{'
    );
    const more = fc.constantFrom(
      ' UNION SELECT A FROM T',
      ' LIMIT 1',
      ' OR 1 = 1',
      ';',
      ' --',
      " 'x",
      ' FOR XML',
      ')'
    );
    fc.assert(
      fc.property(statement, mark, more, fc.nat(), (sql, inserted, appended, seed) => {
        fc.pre(sql !== undefined);
        const places = placesOutsideLiterals(sql);
        const place = places[seed % places.length] ?? 0;
        const changed = sql.slice(0, place) + inserted + sql.slice(place);
        expect(() => dialect.assertSafe(changed)).toThrow(UnsafeStatementError);
        expect(() => dialect.assertSafe(sql + appended)).toThrow(UnsafeStatementError);
      })
    );
  });
});

/** Where a mark can be put without it standing within the quotes of a literal. */
function placesOutsideLiterals(sql: string): number[] {
  const places: number[] = [];
  let quoted = false;
  for (let place = 0; place < sql.length; place += 1) {
    if (!quoted) places.push(place);
    if (sql[place] === "'") quoted = !quoted;
  }
  return places;
}
