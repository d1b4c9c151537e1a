import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluated, type TestFields } from './testing/evaluate.ts';

const runs = { numRuns: 200 };

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((value) => value / 100);
const words = fc.string({ maxLength: 12 }).map((text) => text.trim());
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const counts = fc.integer({ min: -3, max: 15 });

function fieldsOf(values: Readonly<Record<string, number | string | boolean | null>>): TestFields {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { type: typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text', value }
    ])
  );
}

describe('formulas', () => {
  it('when sums of cents are worked out, then they are exact', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(evaluated('(A + B) * 100', fieldsOf({ A: a, B: b }))).toBe(
          Math.round(a * 100) + Math.round(b * 100)
        );
      }),
      runs
    );
  });

  it('when a number is taken apart, then MOD and what is left of the division are the number', () => {
    fc.assert(
      fc.property(
        cents,
        cents.filter((value) => value !== 0),
        (a, b) => {
          const fields = fieldsOf({ A: a, B: b });
          expect(evaluated('B * FLOOR(A / B) + MOD(A, B) = A', fields)).toBe(true);
        }
      ),
      runs
    );
  });

  it('when a number is rounded, then it moves by half a unit at most, and its sign does not matter', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: -4, max: 4 }), (a, digits) => {
        const fields = fieldsOf({ A: a, D: digits });
        expect(evaluated('ABS(ROUND(A, D) - A) <= 0.5 * (10 ^ -D)', fields)).toBe(true);
        expect(evaluated('ROUND(-A, D) = -ROUND(A, D)', fields)).toBe(true);
      }),
      runs
    );
  });

  it('when a number is written and read, then it is the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (a) => {
        expect(evaluated('VALUE(TEXT(A)) = A', fieldsOf({ A: a }))).toBe(true);
      }),
      runs
    );
  });

  it('when a text is cut in two, then both parts are the text', () => {
    fc.assert(
      fc.property(words, counts, (text, at) => {
        const fields = fieldsOf({ T: text, N: Math.max(0, at) });
        expect(evaluated('LEFT(T, N) & MID(T, N + 1, LEN(T)) = T', fields)).toBe(true);
        expect(evaluated('LEFT(T, LEN(T) - MIN(N, LEN(T))) & RIGHT(T, N) = T', fields)).toBe(true);
      }),
      runs
    );
  });

  it('when a text stands in quotes with its escapes, then it is that text', () => {
    fc.assert(
      fc.property(
        words.filter((text) => !/[\r\n]/.test(text)),
        (text) => {
          const quoted = `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
          expect(evaluated(quoted)).toBe(text === '' ? null : text);
        }
      ),
      runs
    );
  });

  it('when a text is looked for, then CONTAINS, FIND and SUBSTITUTE agree', () => {
    fc.assert(
      fc.property(
        words,
        words.filter((text) => text !== ''),
        words,
        (before, part, after) => {
          const fields = fieldsOf({ T: before + part + after, P: part });
          expect(
            evaluated(
              'AND(CONTAINS(T, P), FIND(P, T) > 0, NOT(CONTAINS(SUBSTITUTE(T, P, CHR(1)), P)))',
              fields
            )
          ).toBe(true);
        }
      ),
      runs
    );
  });

  it('when days are added to a date, then the difference is those days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -50_000, max: 50_000 }), (day, count) => {
        const fields: TestFields = { ...fieldsOf({ N: count }), D: { type: 'date', value: day } };
        expect(evaluated('(D + N) - D = N', fields)).toBe(true);
        expect(evaluated('DATE(YEAR(D), MONTH(D), DAY(D)) = D', fields)).toBe(true);
        expect(evaluated('DATEVALUE(TEXT(D)) = D', fields)).toBe(true);
        expect(evaluated('WEEKDAY(D + 7) = WEEKDAY(D)', fields)).toBe(true);
      }),
      runs
    );
  });

  it('when months are added to a date, then the month is that many later', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, count) => {
        const fields: TestFields = { ...fieldsOf({ N: count }), D: { type: 'date', value: day } };
        const months = (date: string) => `(YEAR(${date}) * 12 + MONTH(${date}))`;
        expect(evaluated(`${months('ADDMONTHS(D, N)')} - ${months('D')} = N`, fields)).toBe(true);
      }),
      runs
    );
  });

  it('when truths are joined, then AND, OR and NOT follow De Morgan', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (a, b) => {
        const fields = fieldsOf({ A: a, B: b });
        expect(evaluated('NOT(AND(A, B)) = OR(NOT(A), NOT(B))', fields)).toBe(true);
        expect(evaluated('!(A || B) = (!A && !B)', fields)).toBe(true);
      }),
      runs
    );
  });
});
