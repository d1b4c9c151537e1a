import { Decimal } from 'decimal.js';
import type { Conversion } from './exchange-rate.ts';
import { minorUnitDigits } from './minor-units.ts';

// Sage's widest amount has 15 digits and a rate up to 30: with 60, nothing is rounded before the last step.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** A converted sum and its parts, which add up to it to the last digit. */
export interface ConvertedLines {
  readonly total: string;
  readonly lines: readonly string[];
}

/**
 * An amount in the other currency, rounded half up (away from zero) to the digits of that currency: a decimal string with
 * as many digits after the point as ISO 4217 says, `108.42` USD or `16212` JPY.
 */
export function convertAmount(amount: string, conversion: Conversion): string {
  return inCurrency(exactly(amount, conversion), conversion.to);
}

/**
 * Amounts of one document in the other currency, such that they add up to its converted total. The total is converted by
 * itself; each line is rounded down to the currency's smallest unit, and the units that are left go one each to the lines
 * that lost most, of equal ones to the first (the largest remainder method). So no line is off by a whole unit, the same
 * lines always give the same result, and a credit memo of the same lines is their exact opposite.
 */
export function convertLines(amounts: readonly string[], conversion: Conversion): ConvertedLines {
  const exact = amounts.map((amount) => exactly(amount, conversion));
  // Added up before it is divided: the sum of quotients may miss a half by its last digit.
  const sum = exactly(Exact.sum(0, ...amounts).toFixed(), conversion);
  const total = inCurrency(sum, conversion.to);
  const sign = signOf(sum, exact);
  const unit = new Exact(10).pow(minorUnitDigits(conversion.to));
  const units = exact.map((amount) => amount.times(unit).times(sign));
  const whole = units.map((amount) => amount.floor());
  const left = new Exact(total).times(unit).times(sign).minus(wholeSum(whole)).toNumber();
  const raised = new Set(byRemainder(units).slice(0, left));
  const lines = whole.map((amount, index) =>
    inCurrency(
      amount
        .plus(raised.has(index) ? 1 : 0)
        .times(sign)
        .div(unit),
      conversion.to
    )
  );
  return { total, lines };
}

function exactly(amount: string, { rate, way }: Conversion): Decimal {
  return way === 'inverse' ? new Exact(amount).div(rate) : new Exact(amount).times(rate);
}

function inCurrency(amount: Decimal, currency: string): string {
  const text = amount.toFixed(minorUnitDigits(currency), Decimal.ROUND_HALF_UP);
  // Nothing is owed without a sign: neither "-0.00" nor what rounds to it.
  return new Decimal(text).isZero() ? text.replace('-', '') : text;
}

/** Lines are split as if the document were positive, so that one and its opposite are split alike. */
function signOf(sum: Decimal, lines: readonly Decimal[]): 1 | -1 {
  const deciding = sum.isZero() ? lines.find((line) => !line.isZero()) : sum;
  return deciding?.isNegative() === true ? -1 : 1;
}

function wholeSum(whole: readonly Decimal[]): Decimal {
  return whole.reduce((sum, amount) => sum.plus(amount), new Exact(0));
}

/** Positions of the lines, the one that lost most by rounding down first. */
function byRemainder(units: readonly Decimal[]): number[] {
  const remainders = units.map((amount, index) => ({ index, remainder: amount.minus(amount.floor()) }));
  return remainders
    .sort((one, other) => other.remainder.comparedTo(one.remainder) || one.index - other.index)
    .map(({ index }) => index);
}
