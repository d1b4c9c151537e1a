import { Decimal } from 'decimal.js';
import { FormulaError } from '../formula.ts';
import { checkedNumber, FormulaNumber, wholePart } from '../formula-number.ts';
import { wrongCount } from '../formula-problem.ts';
import {
  argument,
  type Call,
  type FunctionBuilder,
  type FunctionTable,
  none,
  one,
  two
} from './function-builder.ts';

/** 6 / 11 * 11 must still be 6 when it is rounded up or down. */
function exact(value: Decimal): Decimal {
  return value.toSignificantDigits(33);
}

function rounded(value: Decimal, digits: Decimal, rounding: Decimal.Rounding): Decimal {
  const places = wholePart(digits);
  if (places >= 0) return value.toDecimalPlaces(Math.min(places, 60), rounding);
  return value.toNearest(new FormulaNumber(10).pow(-places), rounding);
}

function remainder(value: Decimal, divisor: Decimal): Decimal {
  if (divisor.isZero()) throw new FormulaError('#Error!', 'MOD by zero');
  return value.mod(divisor);
}

/** Functions that Salesforce works out with the precision of a double. */
function ofDouble(compute: (value: number) => number): FunctionBuilder {
  return one('number', 'number', (value) => fromDouble(compute(value.toNumber())));
}

function fromDouble(value: number): Decimal {
  return checkedNumber(new FormulaNumber(value), 'Argument out of range');
}

function extreme(isBetter: (value: Decimal, best: Decimal) => boolean): FunctionBuilder {
  return (call: Call) => {
    if (call.args.length === 0) throw wrongCount(call.name, 1, 0);
    const values = call.args.map((_, index) => argument(call, index, 'number'));
    return {
      kind: 'number',
      evaluate: (scope) => {
        let best: Decimal | null = null;
        for (const { evaluate } of values) {
          const value = evaluate(scope);
          if (value === null) return null;
          if (best === null || isBetter(value, best)) best = value;
        }
        return best;
      }
    };
  };
}

const pi = new FormulaNumber('3.14159265358979323846264338327950288420');

/** CEILING and FLOOR go away from and towards zero, MCEILING and MFLOOR up and down. */
export const numberFunctions: FunctionTable = {
  ABS: one('number', 'number', (value) => value.abs()),
  ACOS: ofDouble(Math.acos),
  ASIN: ofDouble(Math.asin),
  ATAN: ofDouble(Math.atan),
  ATAN2: two(['number', 'number'], 'number', (y, x) => fromDouble(Math.atan2(y.toNumber(), x.toNumber()))),
  CEILING: one('number', 'number', (value) => exact(value).toDecimalPlaces(0, Decimal.ROUND_UP)),
  COS: ofDouble(Math.cos),
  EXP: ofDouble(Math.exp),
  FLOOR: one('number', 'number', (value) => exact(value).toDecimalPlaces(0, Decimal.ROUND_DOWN)),
  LN: ofDouble(Math.log),
  LOG: ofDouble(Math.log10),
  MAX: extreme((value, best) => value.gt(best)),
  MCEILING: one('number', 'number', (value) => exact(value).ceil()),
  MFLOOR: one('number', 'number', (value) => exact(value).floor()),
  MIN: extreme((value, best) => value.lt(best)),
  MOD: two(['number', 'number'], 'number', remainder),
  PI: none('number', () => pi),
  ROUND: two(['number', 'number'], 'number', (value, digits) =>
    rounded(value, digits, Decimal.ROUND_HALF_UP)
  ),
  SIN: ofDouble(Math.sin),
  SQRT: ofDouble(Math.sqrt),
  TAN: ofDouble(Math.tan),
  TRUNC: two(['number', 'number'], 'number', (value, digits) => rounded(value, digits, Decimal.ROUND_DOWN))
};
