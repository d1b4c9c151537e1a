import { Decimal } from 'decimal.js';
import { FormulaError } from './formula.ts';

/**
 * Numbers of formulas: 39 digits, rounded half away from zero, as Salesforce's published engine has them
 * (github.com/salesforce/formula-engine, BigDecimalHelper).
 */
export const FormulaNumber = Decimal.clone({ precision: 39, rounding: Decimal.ROUND_HALF_UP });
export type FormulaNumber = Decimal;

export const zero: FormulaNumber = new FormulaNumber(0);

/** The number itself. Throws FormulaError when it is none, or endless. */
export function checkedNumber(value: Decimal, detail: string): FormulaNumber {
  if (!value.isFinite()) throw new FormulaError('#Error!', detail);
  return value;
}

/** The number that a text spells, as Java's BigDecimal reads it, or undefined. */
export function numberFrom(text: string): FormulaNumber | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text) ? new FormulaNumber(text) : undefined;
}

/** A count of characters, months or days: the part before the point. */
export function wholePart(value: FormulaNumber): number {
  return value.trunc().toNumber();
}
