import { Decimal } from 'decimal.js';

// Sage's widest numbers have 15 digits, and factors 15 more: with 60, no digit is lost before a result is rounded.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** An exact number of a plain decimal text; undefined for other texts. */
export function decimalOf(text: string): Decimal | undefined {
  const plain = text.trim();
  return PLAIN.test(plain) ? new Exact(plain) : undefined;
}

/** A number as plain text without superfluous zeros, zero without a sign. */
export function plainDecimal(number: Decimal): string {
  return number.isZero() ? '0' : number.toFixed();
}
