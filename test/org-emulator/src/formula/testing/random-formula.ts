import fc from 'fast-check';
import type { TestFields } from './evaluate.ts';

/*
 * Random formulas whose types fit, of what all three engines can read: binary operators in parentheses (their order is
 * tested on its own), functions in capitals, texts without escapes. Left out is what the oracles are known to have
 * otherwise (see oracles.test.ts): blank texts, months after the last day of a month, ends longer than their text.
 */

type Text = fc.Arbitrary<string>;

const words = fc.constantFrom('a', 'b', 'ab', 'Acme', 'acme', 'xyz');
const small = fc.integer({ min: 0, max: 6 }).map(String);
const counts = fc.integer({ min: 1, max: 6 }).map(String);
const dayLiterals = fc
  .tuple(
    fc.integer({ min: 1990, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 27 })
  )
  .map(([year, month, day]) => `DATE(${year}, ${month}, ${day})`);

const quoted = words.map((word) => `"${word}"`);
const numberLiterals = fc.integer({ min: 0, max: 9999 }).map((cents) => String(cents / 100));

/** A call with one random parameter for each that is given. */
function call(name: string, ...parameters: readonly Text[]): Text {
  return fc.tuple(...parameters).map((args) => `${name}(${args.join(', ')})`);
}

function infix(left: Text, operators: readonly string[], right: Text): Text {
  return fc
    .tuple(left, fc.constantFrom(...operators), right)
    .map(([first, operator, second]) => `(${first} ${operator} ${second})`);
}

/** Formulas of each type that may be nested. */
export const formulas = fc.letrec<{ boolean: string; date: string; number: string; text: string }>((tie) => ({
  boolean: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('TRUE', 'FALSE', 'B1', 'B2'),
    infix(tie('number'), ['<', '<=', '>', '>=', '=', '<>'], tie('number')),
    infix(tie('text'), ['=', '<>'], tie('text')),
    infix(tie('date'), ['<', '<=', '>', '>=', '=', '<>'], tie('date')),
    infix(tie('boolean'), ['&&', '||'], tie('boolean')),
    call('AND', tie('boolean'), tie('boolean')),
    call('OR', tie('boolean'), tie('boolean')),
    call('NOT', tie('boolean')),
    call('CONTAINS', tie('text'), tie('text')),
    call('BEGINS', tie('text'), tie('text')),
    call('ISBLANK', tie('text'))
  ),
  date: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('D1', 'D2'),
    dayLiterals,
    infix(tie('date'), ['+', '-'], small),
    call('ADDMONTHS', dayLiterals, small),
    call('IF', tie('boolean'), tie('date'), tie('date'))
  ),
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('N1', 'N2'),
    numberLiterals,
    infix(tie('number'), ['+', '-', '*'], tie('number')),
    infix(tie('date'), ['-'], tie('date')),
    ...['ABS', 'CEILING', 'FLOOR', 'MCEILING', 'MFLOOR'].map((name) => call(name, tie('number'))),
    call('ROUND', tie('number'), small),
    call('MAX', tie('number'), tie('number')),
    call('MIN', tie('number'), tie('number')),
    call(
      'MOD',
      tie('number'),
      small.map((value) => `(${value} + 1)`)
    ),
    call('LEN', tie('text')),
    call('FIND', tie('text'), tie('text')),
    ...['DAY', 'MONTH', 'YEAR', 'WEEKDAY'].map((name) => call(name, tie('date'))),
    call('IF', tie('boolean'), tie('number'), tie('number')),
    call('CASE', tie('number'), small, tie('number'), numberLiterals, tie('number'), tie('number')),
    call('CASE', tie('text'), quoted, tie('number'), tie('number'))
  ),
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('T1', 'T2'),
    quoted,
    infix(tie('text'), ['&', '+'], tie('text')),
    call('LEFT', tie('text'), counts),
    call('RIGHT', tie('text'), fc.constant('1')),
    call('MID', tie('text'), fc.constant('1'), counts),
    call('LPAD', tie('text'), counts, fc.constant('"*"')),
    call('RPAD', tie('text'), counts, fc.constant('"*"')),
    ...['LOWER', 'TRIM', 'UPPER'].map((name) => call(name, tie('text'))),
    call('SUBSTITUTE', tie('text'), quoted, quoted),
    call('TEXT', tie('date')),
    call('TEXT', small),
    call('IF', tie('boolean'), tie('text'), tie('text'))
  )
}));

const cents = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100);
const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Values of the fields that the formulas name. */
export const fieldValues: fc.Arbitrary<TestFields> = fc
  .record({
    B1: fc.boolean(),
    B2: fc.boolean(),
    D1: days,
    D2: days,
    N1: cents,
    N2: cents,
    T1: words,
    T2: words
  })
  .map(({ B1, B2, D1, D2, N1, N2, T1, T2 }) => ({
    B1: { type: 'boolean', value: B1 },
    B2: { type: 'boolean', value: B2 },
    D1: { type: 'date', value: D1 },
    D2: { type: 'date', value: D2 },
    N1: { type: 'number', value: N1 },
    N2: { type: 'number', value: N2 },
    T1: { type: 'text', value: T1 },
    T2: { type: 'text', value: T2 }
  }));
