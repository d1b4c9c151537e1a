import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { customerSelect, openInvoicesSelect, openOrdersSelect } from '../customer-account-selects.ts';
import { assertSafeSelect } from './grammar.ts';
import { providexDialect } from './providex-dialect.ts';
import { createStatementCheck } from './statement-check.ts';
import { UnsafeStatementError } from './tokenizer.ts';

let check: (sql: string) => void;
beforeEach(() => {
  check = createStatementCheck(providexDialect);
});

function isRefused(sql: string, by: (sql: string) => void): boolean {
  try {
    by(sql);
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(UnsafeStatementError);
    return true;
  }
}

// Pieces that make statements which are nearly right, with all that could fool a reader of quotes among them.
const piece = fc.constantFrom(
  ...['SELECT A', ' FROM T', ' WHERE ', ' AND ', 'A = ', 'B IN (', ')', ', ', "'x'", "''", "'", "'O''Neil'"],
  ...[
    "{d '2026-01-31'}",
    "{d '",
    "'}",
    '{',
    '}',
    "{d ''}",
    '1',
    '-1.5',
    ' ORDER BY A',
    ';',
    '--',
    'OR',
    ' ',
    '\0',
    '\n'
  ],
  ...['\ud800', 'é', '"', '?', "' OR 'a' = 'a", "{d '2026-01-31' }"]
);
const nearly = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const value = fc.oneof(nearly, fc.string({ unit: 'binary' }));

describe('the check of statements by their shape', () => {
  it('for any statement, it refuses exactly what the grammar refuses, before and after its shape is known', () => {
    const known = [
      "SELECT A FROM T WHERE A = 'x'",
      "SELECT A FROM T WHERE A = {d '2026-01-31'} AND B IN ('x', '')"
    ];
    known.forEach(check);
    const statement = fc.oneof(
      nearly,
      nearly.map((end) => `SELECT A FROM T WHERE A = ${end}`),
      value.map((text) => `SELECT A FROM T WHERE A = '${text}'`),
      value.map((text) => `SELECT A FROM T WHERE A = {d '${text}'} AND B IN ('x', '${text}')`)
    );
    fc.assert(
      fc.property(statement, (sql) => {
        const refused = isRefused(sql, assertSafeSelect);
        expect(isRefused(sql, check)).toBe(refused);
        expect(isRefused(sql, check)).toBe(refused);
      }),
      { numRuns: 3_000 }
    );
  });

  it.each([
    ['a quote that ends the literal', "SELECT A FROM T WHERE A = 'x' OR 'a' = 'a'"],
    ['a quote that is not closed', "SELECT A FROM T WHERE A = 'x"],
    ['a quote after the literal', "SELECT A FROM T WHERE A = 'x' '"],
    ['a control character in the literal', "SELECT A FROM T WHERE A = 'x\0'"],
    ['half a surrogate pair', "SELECT A FROM T WHERE A = 'x\ud800'"],
    ['a comment behind it', "SELECT A FROM T WHERE A = 'x' --"],
    ['a string in the braces of a date', "SELECT A FROM T WHERE A = {d 'x'}"]
  ])('when a safe statement of that shape was sent, then one with %s is still refused', (_what, sql) => {
    check("SELECT A FROM T WHERE A = 'x'");
    expect(() => check(sql)).toThrow(UnsafeStatementError);
  });

  it('for any customer, it takes the statements of the summary, and so does the grammar', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (arDivisionNo, customerNo) => {
        const key = { arDivisionNo, customerNo };
        fc.pre(!/[\p{Cc}\p{Cs}]/u.test(arDivisionNo + customerNo));
        for (const { sql } of [
          customerSelect(providexDialect, key),
          openInvoicesSelect(providexDialect, key),
          openOrdersSelect(providexDialect, key)
        ]) {
          expect(() => check(sql)).not.toThrow();
          expect(() => assertSafeSelect(sql)).not.toThrow();
        }
      })
    );
  });

  it('when more shapes come than are remembered, then they are checked all the same', () => {
    for (let count = 0; count < 1_100; count += 1) check(`SELECT A${count} FROM T`);
    expect(() => check('SELECT A1099 FROM T')).not.toThrow();
    expect(() => check('SELECT A1099 FROM T;')).toThrow(UnsafeStatementError);
  });
});
