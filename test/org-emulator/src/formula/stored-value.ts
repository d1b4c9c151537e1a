import { storedDate, storedDateTime, timeText } from './calendar.ts';
import type { Expression } from './expression.ts';
import { hasKind } from './expression.ts';
import { FormulaError, type FormulaScope, type FormulaType } from './formula.ts';
import type { FieldValue } from '../schema/field.ts';

/**
 * How the result is worked out in stored form: numbers as numbers, dates and times as texts, blank text as null, and
 * a truth that nothing decided as false.
 */
export function storedResult(expression: Expression): (scope: FormulaScope) => FieldValue {
  const evaluate = evaluator(expression);
  return (scope) => {
    try {
      return evaluate(scope);
    } catch (error) {
      // Moments beyond what a calendar holds.
      if (error instanceof RangeError) throw new FormulaError('#Error!', error.message);
      throw error;
    }
  };
}

function evaluator(expression: Expression): (scope: FormulaScope) => FieldValue {
  if (hasKind(expression, 'boolean')) return (scope) => expression.evaluate(scope) ?? false;
  if (hasKind(expression, 'number')) return (scope) => expression.evaluate(scope)?.toNumber() ?? null;
  if (hasKind(expression, 'date')) return moment(expression, storedDate);
  if (hasKind(expression, 'datetime')) return moment(expression, storedDateTime);
  if (hasKind(expression, 'time')) return moment(expression, (time) => `${timeText(time)}Z`);
  if (hasKind(expression, 'null')) return () => null;
  return (scope) => {
    const text = expression.evaluate(scope);
    return typeof text === 'string' && text !== '' ? text : null;
  };
}

function moment(
  expression: Expression<'date'> | Expression<'datetime'> | Expression<'time'>,
  write: (moment: number) => string
): (scope: FormulaScope) => FieldValue {
  return (scope) => {
    const value = expression.evaluate(scope);
    return value === null ? null : write(value);
  };
}

/** The type of a result; NULL is of the type that was asked for, or else text. */
export function resultType(expression: Expression, expected: FormulaType | undefined): FormulaType {
  return expression.kind === 'null' ? (expected ?? 'text') : expression.kind;
}
