import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../catalogue/column-type.ts';
import { decodeDecimal } from './decimal.ts';

const money = decimal(13, 2);

describe('decodeDecimal', () => {
  it.each([
    ['a string without trailing zeros', '10.1', '10.10'],
    ['a whole string', '120000', '120000.00'],
    ['a string with more zeros than the scale', '10.1000', '10.10'],
    ['a string with leading zeros', '0010.10', '10.10'],
    ['a string with a plus', '+5', '5.00'],
    ['a string without a leading digit', '.5', '0.50'],
    ['a padded string', ' 5.25 ', '5.25'],
    ['an exponent', '1.0e+05', '100000.00'],
    ['the largest exact string', '99999999999.99', '99999999999.99'],
    ['a string longer than a double carries', '12345678901234567.89', '12345678901234567.89'],
    ['a negative string', '-1222.58', '-1222.58'],
    ['a negative zero string', '-0.00', '0.00'],
    ['a blank string', '', '0.00'],
    ['null', null, '0.00'],
    ['a double', 10.1, '10.10'],
    ['a double with noise of addition', 0.1 + 0.2, '0.30'],
    ['the remainder of a subtraction', 5732.36 - 5732.35, '0.01'],
    ['what should be zero', 5.684341886080802e-14, '0.00'],
    ['what should be zero, below it', -1e-12, '0.00'],
    ['a negative zero', -0, '0.00'],
    ['the largest double of the column', 99999999999.99, '99999999999.99'],
    ['the digits of a bigint', '9007199254740993', '9007199254740993.00'],
    ['a negative whole number', -5, '-5.00']
  ])('reads %s', (_what, value, expected) => {
    expect(decodeDecimal(value, money)).toBe(expected);
  });

  it('reads a whole number of scale 0 without a point', () => {
    expect(decodeDecimal('35', decimal(3, 0))).toBe('35');
    expect(decodeDecimal(35, decimal(3, 0))).toBe('35');
  });

  it.each([
    ['a third digit in a string', '10.125'],
    ['a third digit in a double', 10.125],
    ['a double beyond fifteen digits', 12345678901234.56],
    ['text', 'abc'],
    ['two points', '1.2.3'],
    ['a thousands comma', '1,000.00'],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a word for infinity', 'Infinity'],
    ['a word for no number', 'NaN'],
    ['hexadecimal', '0x10']
  ])('refuses %s', (_what, value) => {
    expect(() => decodeDecimal(value, money)).toThrow('the value is not an exact decimal(13,2)');
  });

  it('for any amount that a column can hold, string and double read the same to the cent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -9_999_999_999_999n, max: 9_999_999_999_999n }), (cents) => {
        const exact = new Decimal(cents.toString()).div(100);
        expect(decodeDecimal(exact.toString(), money)).toBe(exact.toFixed(2));
        expect(decodeDecimal(exact.toNumber(), money)).toBe(exact.toFixed(2));
      })
    );
  });
});
