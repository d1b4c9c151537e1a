import { describe, expect, it } from 'vitest';
import { compiled, outcome } from '../testing/evaluate.ts';

describe('syntax', () => {
  // The order of operators is that of Salesforce's published grammar (github.com/salesforce/formula-engine, Formula.g4).
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['16 / 4 / 2', 2],
    ['2 ^ 3 ^ 2', 64],
    ['-2 ^ 2', 4],
    ['2 * 3 ^ 2', 36],
    ['- - 3', 3],
    ['1 + 2 & "x"', "Incorrect parameter type for operator '&'. Expected Text, received Number"],
    ['1 < 2 = TRUE', true],
    ['TRUE || FALSE && FALSE', true],
    ['(TRUE || FALSE) && FALSE', false],
    ['NOT FALSE || TRUE', true],
    ['!FALSE && !FALSE', true],
    ['1 = 1 && 2 <> 3 && 2 != 3 && 1 == 1', true]
  ])('when %s is read, then operators bind as they do in Salesforce', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each([
    ['"it\'s"', "it's"],
    ['\'say "no"\'', 'say "no"'],
    [String.raw`"a \"b\" \\ c"`, String.raw`a "b" \ c`],
    // Other escapes are allowed, and stay as they are written.
    [String.raw`"a\nb"`, String.raw`a\nb`],
    ['/* one */ "a" /* two\nlines */ & "b"', 'ab'],
    [' \t\r\n "spaces" \n', 'spaces']
  ])('when %s is read, then its text is %s', (formula, expected) => {
    expect(outcome(formula)).toBe(expected);
  });

  it.each(['{!Amount} * 2', '{! Amount } * 2', 'AMOUNT * 2', 'amount*2'])(
    'when a merge field is written as in %s, then it is the field',
    (formula) => {
      expect(outcome(formula)).toBe(25);
    }
  );

  it('when names hold dots and $, then they are references to parents and globals', () => {
    const { references, type } = compiled('Account.Name & $User.Alias & {!Account.Name} & {!$User.Alias}');
    expect({ references, type }).toEqual({ references: ['Account.Name', '$User.Alias'], type: 'text' });
    expect(outcome('Account.Name & {!$User.Alias}')).toBe('Parentrep');
  });

  it.each(['if(TRUE, 1, 2)', 'If(true, 1, 2)', 'IF (TRUE, 1, 2)'])(
    'when a function is written as %s, then its capitals do not matter',
    (formula) => {
      expect(outcome(formula)).toBe(1);
    }
  );

  it('when a formula is nested very deeply, then it is refused rather than breaking the process', () => {
    expect(outcome(`${'('.repeat(20_000)}1${')'.repeat(20_000)}`)).toMatch(/^Syntax error/);
    expect(outcome(`${'-'.repeat(20_000)}1`)).toMatch(/^Syntax error/);
  });
});
