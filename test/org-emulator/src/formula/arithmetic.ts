import type { Decimal } from 'decimal.js';
import { millisecondsOfDay, withinDay } from './calendar.ts';
import { asKind, type Expression, hasKind, type Kind } from './expression.ts';
import { FormulaError } from './formula.ts';
import { checkedNumber, FormulaNumber, zero } from './formula-number.ts';
import { illegalType, notPicklist, wrongType } from './formula-problem.ts';

export type ArithmeticOperator = '-' | '*' | '+' | '/' | '^';

type Calculation = (left: Decimal, right: Decimal) => Decimal;

const calculations: Readonly<Record<ArithmeticOperator, Calculation>> = {
  '+': (left, right) => left.add(right),
  '-': (left, right) => left.sub(right),
  '*': (left, right) => left.mul(right),
  '/': divided,
  '^': raised
};

/**
 * Arithmetic of numbers, dates, date-times and times; `+` joins texts too. What is blank makes the result blank.
 * Adding to dates takes whole days, to date-times days and parts of days (to the second), to times milliseconds.
 */
export function arithmetic(operator: ArithmeticOperator, first: Expression, second: Expression): Expression {
  const [left, right] = [notPicklist(first), notPicklist(second)];
  if (operator === '+' || operator === '-') {
    return addition(operator, left, right) ?? numbers(operator, left, right);
  }
  return numbers(operator, left, right);
}

/** Text and text, blank text being empty. */
export function concatenation(
  operator: '&' | '+',
  first: Expression,
  second: Expression
): Expression<'text'> {
  const [left, right] = [first, second].map((part) => {
    const text = asKind(notPicklist(part), 'text');
    if (text === undefined) throw wrongType(operator, ['text'], part);
    return text;
  });
  if (left === undefined || right === undefined) throw illegalType(operator);
  return { kind: 'text', evaluate: (scope) => left.evaluate(scope) + right.evaluate(scope) };
}

/** A number with its sign. */
export function signed(sign: '-' | '+', operand: Expression): Expression<'number'> {
  const number = asKind(notPicklist(operand), 'number');
  if (number === undefined) throw wrongType(sign, ['number'], operand);
  if (sign === '+') return { kind: 'number', evaluate: number.evaluate };
  return { kind: 'number', evaluate: (scope) => number.evaluate(scope)?.neg() ?? null };
}

function numbers(operator: ArithmeticOperator, left: Expression, right: Expression): Expression<'number'> {
  const first = asKind(left, 'number');
  if (first === undefined) throw wrongType(operator, accepted(operator), left);
  const second = asKind(right, 'number');
  if (second === undefined) throw wrongType(operator, accepted(operator), right);
  const calculate = calculations[operator];
  return {
    kind: 'number',
    evaluate: (scope) => {
      const a = first.evaluate(scope);
      const b = second.evaluate(scope);
      return a === null || b === null ? null : calculate(a, b);
    }
  };
}

function accepted(operator: ArithmeticOperator): readonly Kind[] {
  return operator === '+' || operator === '-' ? ['number', 'date', 'datetime'] : ['number'];
}

function divided(left: Decimal, right: Decimal): Decimal {
  if (right.isZero()) throw new FormulaError('#Error!', 'Division by zero');
  return left.div(right);
}

/**
 * Exponents are whole numbers; beyond 10^64 a power is an error, below 10^-39 it is zero
 * (github.com/salesforce/formula-engine, BigDecimalHelper).
 */
function raised(base: Decimal, exponent: Decimal): Decimal {
  if (exponent.isZero()) return new FormulaNumber(1);
  const digits = Math.log10(Math.abs(base.toNumber())) * exponent.toNumber();
  if (digits > 64 || !exponent.isInteger())
    throw new FormulaError('#Error!', 'Out of range argument to POWER() function');
  return digits < -39 ? zero : checkedNumber(base.pow(exponent), 'Out of range argument to POWER() function');
}

/** `+` and `-` with anything but two numbers; undefined for those. */
function addition(operator: '-' | '+', left: Expression, right: Expression): Expression | undefined {
  if (operator === '+') {
    if (isText(left) || (left.kind === 'null' && isText(right))) return concatenation('+', left, right);
    if (hasKind(left, 'number') && isMoment(right)) return moved('+', right, left);
  }
  return isMoment(left) ? momentAddition(operator, left, right) : undefined;
}

function momentAddition(operator: '-' | '+', left: Moment, right: Expression): Expression {
  if (hasKind(right, 'number')) return moved(operator, left, right);
  if (right.kind === 'null') return { kind: left.kind, evaluate: () => null };
  if (right.kind !== left.kind || !isMoment(right)) throw wrongType(operator, accepted(operator), right);
  if (operator === '-') return difference(left, right);
  throw left.kind === 'time' ? illegalType(operator) : wrongType(operator, ['number'], right);
}

function isText(expression: Expression): boolean {
  return expression.kind === 'text';
}

type Moment = Expression<'date'> | Expression<'datetime'> | Expression<'time'>;

function isMoment(expression: Expression): expression is Moment {
  return hasKind(expression, 'date') || hasKind(expression, 'datetime') || hasKind(expression, 'time');
}

function moved(operator: '-' | '+', moment: Moment, amount: Expression<'number'>): Expression {
  const step = steps[moment.kind];
  const sign = operator === '+' ? 1 : -1;
  const wrap = moment.kind === 'time' ? withinDay : (value: number) => value;
  return {
    kind: moment.kind,
    evaluate: (scope) => {
      const from = moment.evaluate(scope);
      const by = amount.evaluate(scope);
      return from === null || by === null ? null : wrap(from + sign * step(by));
    }
  };
}

/** Milliseconds that a number adds. */
const steps: Readonly<Record<Moment['kind'], (amount: Decimal) => number>> = {
  date: (days) => days.trunc().toNumber() * millisecondsOfDay,
  datetime: (days) => days.mul(86_400).round().toNumber() * 1000,
  time: (milliseconds) => milliseconds.trunc().toNumber()
};

/** Days between dates and date-times, milliseconds between times (which go round the clock). */
function difference(left: Moment, right: Moment): Expression<'number'> {
  const isTime = left.kind === 'time';
  return {
    kind: 'number',
    evaluate: (scope) => {
      const a = left.evaluate(scope);
      const b = right.evaluate(scope);
      if (a === null || b === null) return null;
      return isTime ? new FormulaNumber(withinDay(a - b)) : new FormulaNumber(a - b).div(millisecondsOfDay);
    }
  };
}
