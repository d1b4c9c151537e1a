import { describe, expect, it } from 'vitest';
import { evaluated, outcome } from '../testing/evaluate.ts';

/** Salesforce help, "Formula Operators and Functions": math operators and functions, and their examples. */
describe('numbers', () => {
  it.each([
    ['0.1 + 0.2', 0.3],
    ['1 / 3 * 3', 1],
    ['1.1 * 1.1', 1.21],
    ['10 ^ 20 + 1 - 10 ^ 20', 1],
    ['2 ^ -1', 0.5],
    ['0 ^ 0', 1],
    ['Share * 100', 30],
    ['ABS(-3.5)', 3.5],
    ['CEILING(2.5)', 3],
    ['CEILING(-2.5)', -3],
    ['FLOOR(2.5)', 2],
    ['FLOOR(-2.5)', -2],
    ['MCEILING(2.5)', 3],
    ['MCEILING(-2.5)', -2],
    ['MFLOOR(2.5)', 2],
    ['MFLOOR(-2.5)', -3],
    ['CEILING(6 / 11 * 11)', 6],
    ['FLOOR(6 / 11 * 11)', 6],
    ['ROUND(1.5, 0)', 2],
    ['ROUND(1.2345, 0)', 1],
    ['ROUND(-1.5, 0)', -2],
    ['ROUND(225.49823, 2)', 225.5],
    ['ROUND(1.005, 2)', 1.01],
    ['ROUND(1234.567, -2)', 1200],
    ['ROUND(-123456.3335, -2)', -123500],
    ['TRUNC(8.9, 0)', 8],
    ['TRUNC(-8.9, 0)', -8],
    ['TRUNC(8.987, 2)', 8.98],
    ['TRUNC(1299, -2)', 1200],
    ['MOD(3, 3)', 0],
    ['MOD(4, 3)', 1],
    ['MOD(123, 100)', 23],
    ['MOD(-101, 10)', -1],
    ['MOD(100.5, -10)', 0.5],
    ['MAX(1, 20, 3)', 20],
    ['MIN(5, -20, 3)', -20],
    ['MAX(7)', 7],
    ['SQRT(16)', 4],
    ['LOG(100)', 2],
    ['LN(EXP(3))', 3],
    ['EXP(0)', 1],
    ['ROUND(PI(), 4)', 3.1416],
    ['ROUND(SIN(PI() / 2), 6)', 1],
    ['COS(0) + TAN(0) + ASIN(0) + ATAN(0) + ATAN2(0, 1)', 1],
    ['ACOS(1)', 0]
  ])('when %s is worked out, then it is %d', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each([
    '1 / 0',
    'Amount / (Amount - Amount)',
    'MOD(1, 0)',
    'SQRT(-1)',
    'LN(0)',
    'LOG(-1)',
    'EXP(1000)',
    '0 ^ -1',
    '4 ^ 0.5'
  ])('when %s has no result, then it is an error', (formula) => {
    expect(outcome(formula)).toBe('#Error!');
  });

  it('when a power is beyond 10^64, then it is an error; when it is below 10^-39, then it is zero', () => {
    expect(outcome('64 ^ 64')).toBe('#Error!');
    expect(outcome('10 ^ 999999999')).toBe('#Error!');
    expect(outcome('0.1 ^ 999999999')).toBe(0);
  });

  it.each([
    'BlankAmount + 1',
    'BlankAmount * 2',
    '-BlankAmount',
    'ABS(BlankAmount)',
    'MAX(BlankAmount, 1)',
    'ROUND(1, BlankAmount)',
    'NULL + 1'
  ])('when blanks stay blank, then %s is blank', (formula) => {
    expect(evaluated(formula, undefined, { treatBlanksAs: 'BlankAsBlank' })).toBeNull();
  });

  it.each([
    ['BlankAmount + 1', 1],
    ['BlankAmount', 0],
    ['MAX(BlankAmount, -1)', 0],
    ['IF(ISBLANK(BlankAmount), 1, 2)', 2]
  ])('when blanks are zeros, then %s is %d', (formula, expected) => {
    expect(evaluated(formula, undefined, { treatBlanksAs: 'BlankAsZero' })).toBe(expected);
  });
});
