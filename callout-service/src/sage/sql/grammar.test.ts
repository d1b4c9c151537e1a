import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertSafeSelect } from './grammar.ts';
import { UnsafeStatementError } from './tokenizer.ts';

const inList = (count: number): string =>
  Array.from({ length: count }, (_, index) => `'${index}'`).join(', ');

describe('assertSafeSelect', () => {
  it.each([
    'SELECT CustomerNo FROM AR_Customer',
    'select CustomerNo, CustomerName from AR_Customer',
    'SELECT TOP 10 CustomerNo FROM AR_Customer',
    "SELECT A FROM T WHERE A = 'x' AND B <> 0 AND C <= -1.50 AND D > {d '2026-01-31'} ORDER BY A, B",
    "SELECT A FROM T WHERE A IN ('x', 'y') AND B = 'O''Neil'",
    "SELECT UDF_REGION FROM AR_Customer WHERE A = '; DROP TABLE T -- /* \" [x] ? OR 1=1'",
    `SELECT A FROM T WHERE A IN (${inList(200)})`
  ])('takes %s', (sql) => {
    expect(() => assertSafeSelect(sql)).not.toThrow();
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['SELECT *', 'SELECT * FROM T'],
    ['a sub-select in IN', 'SELECT A FROM T WHERE A IN (SELECT B FROM U)'],
    ['a sub-select compared with', 'SELECT A FROM T WHERE A = (SELECT B FROM U)'],
    ['a derived table', 'SELECT A FROM (SELECT A FROM T)'],
    ['EXISTS', 'SELECT A FROM T WHERE EXISTS (SELECT B FROM U)'],
    ['UNION', 'SELECT A FROM T UNION SELECT A FROM U'],
    ['CASE', 'SELECT CASE WHEN A = 1 THEN 2 END FROM T'],
    ['CAST', 'SELECT CAST(A AS VARCHAR) FROM T'],
    ['CONVERT', 'SELECT CONVERT(A, SQL_CHAR) FROM T'],
    ['LIMIT', 'SELECT A FROM T LIMIT 10'],
    ['OFFSET', 'SELECT A FROM T ORDER BY A OFFSET 10'],
    ['brackets', 'SELECT [A] FROM T'],
    ['a closing bracket', 'SELECT A] FROM T'],
    ['a semicolon', 'SELECT A FROM T;'],
    ['two statements', 'SELECT A FROM T; DELETE FROM T'],
    ['a line comment', "SELECT A FROM T -- WHERE A = '1'"],
    ['a block comment', 'SELECT A /* x */ FROM T'],
    ['OR', "SELECT A FROM T WHERE A = 'x' OR B = 'y'"],
    ['NOT', "SELECT A FROM T WHERE NOT A = 'x'"],
    ['NOT IN', "SELECT A FROM T WHERE A NOT IN ('x')"],
    ['LIKE', "SELECT A FROM T WHERE A LIKE 'x%'"],
    ['BETWEEN', 'SELECT A FROM T WHERE A BETWEEN 1 AND 2'],
    ['IS NULL', 'SELECT A FROM T WHERE A IS NULL'],
    ['a function', "SELECT UPPER(A) FROM T WHERE A = 'x'"],
    ['an ODBC function', "SELECT A FROM T WHERE A = {fn UCASE('x')}"],
    ['COUNT(*)', 'SELECT COUNT(*) FROM T'],
    ['an alias', 'SELECT A AS B FROM T ORDER BY B'],
    ['an alias without AS', 'SELECT A B FROM T'],
    ['a table alias', 'SELECT A FROM T x'],
    ['an ordinal in ORDER BY', 'SELECT A FROM T ORDER BY 1'],
    ['a direction in ORDER BY', 'SELECT A FROM T ORDER BY A DESC'],
    ['a comma join', 'SELECT A FROM T, U'],
    ['a JOIN', 'SELECT A FROM T INNER JOIN U ON A = B'],
    ['an outer join', 'SELECT A FROM {oj T LEFT OUTER JOIN U ON A = B}'],
    ['a qualified name', 'SELECT T.A FROM T'],
    ['a column compared with a column', 'SELECT A FROM T WHERE A = B'],
    ['double quotes', 'SELECT "A" FROM T'],
    ['a double-quoted literal', 'SELECT A FROM T WHERE A = "x"'],
    ['back quotes', 'SELECT `A` FROM T'],
    ['a parameter', 'SELECT A FROM T WHERE A = ?'],
    ['more than 200 values', `SELECT A FROM T WHERE A IN (${inList(201)})`],
    ['an empty IN', 'SELECT A FROM T WHERE A IN ()'],
    ['an open string', "SELECT A FROM T WHERE A = 'x"],
    ['a NUL in a string', "SELECT A FROM T WHERE A = 'x\0'"],
    ['a line break in a string', "SELECT A FROM T WHERE A = 'x\n'"],
    ['a line break', 'SELECT A\nFROM T'],
    ['an exponent', 'SELECT A FROM T WHERE A = 1e5'],
    ['a hexadecimal number', 'SELECT A FROM T WHERE A = 0x10'],
    ['arithmetic', 'SELECT A FROM T WHERE A = 1 + 1'],
    ['a malformed date', "SELECT A FROM T WHERE A = {d '26-1-1'}"],
    ['a time stamp', "SELECT A FROM T WHERE A = {ts '2026-01-01 00:00:00'}"],
    ['TOP 0', 'SELECT TOP 0 A FROM T'],
    ['TOP -1', 'SELECT TOP -1 A FROM T'],
    ['TOP 1.5', 'SELECT TOP 1.5 A FROM T'],
    ['DISTINCT', 'SELECT DISTINCT A FROM T'],
    ['GROUP BY', 'SELECT A FROM T GROUP BY A'],
    ['an UPDATE', "UPDATE T SET A = 'x'"],
    ['a DELETE', 'DELETE FROM T'],
    ['a CTE', 'WITH x AS (SELECT A FROM T) SELECT A FROM x'],
    ['a trailing comma', 'SELECT A, FROM T'],
    ['a WHERE without a condition', 'SELECT A FROM T WHERE'],
    ['letters outside ASCII in a name', 'SELECT Naïve FROM T'],
    ['a full-width quote', 'SELECT A FROM T WHERE A = ＇x＇']
  ])('refuses %s', (_what, sql) => {
    expect(() => assertSafeSelect(sql)).toThrow(UnsafeStatementError);
  });

  it('when it refuses, then it says where, and keeps the values to itself', () => {
    expect(() => assertSafeSelect("SELECT A FROM T WHERE A = 'secret' OR B = 1")).toThrow(
      new UnsafeStatementError('the end was expected', 35)
    );
  });

  it('for any text between the quotes, a single quote within it is refused', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii' }),
        fc.string({ unit: 'grapheme-ascii' }),
        (before, after) => {
          const text = `${before.replaceAll("'", '')}'${after.replaceAll("'", '')}`;
          expect(() => assertSafeSelect(`SELECT A FROM T WHERE A = '${text}'`)).toThrow(UnsafeStatementError);
        }
      )
    );
  });
});
