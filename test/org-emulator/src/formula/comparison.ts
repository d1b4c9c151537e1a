import { commonKind, type Expression, hasKind, type Kind } from './expression.ts';
import { asKind } from './expression.ts';
import type { FormulaScope } from './formula.ts';
import { notPicklist, wrongType } from './formula-problem.ts';

type Comparison = '<' | '<=' | '>' | '>=';
type Difference = (scope: FormulaScope) => number | null;

const decisions: Readonly<Record<Comparison, (difference: number) => boolean>> = {
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0
};

/** `<`, `<=`, `>` and `>=` of two values of one type. Where one is blank, nothing is decided. */
export function comparison(
  operator: Comparison,
  first: Expression,
  second: Expression
): Expression<'boolean'> {
  for (const each of [first, second]) {
    if (each.kind === 'boolean') throw wrongType(operator, ['number', 'text', 'date', 'datetime'], each);
  }
  const compare = differenceOf(operator, first, second, 'undecided');
  const decide = decisions[operator];
  return {
    kind: 'boolean',
    evaluate: (scope) => {
      const difference = compare(scope);
      return difference === null ? null : decide(difference);
    }
  };
}

/**
 * `=` and `<>`. Blank text equals blank text; where another type is blank, nothing is decided, so that neither
 * `Number__c = NULL` nor `Number__c <> NULL` is true.
 */
export function equality(operator: '<>' | '=', first: Expression, second: Expression): Expression<'boolean'> {
  const compare = differenceOf(operator, first, second, 'empty text');
  const wanted = operator === '=';
  return {
    kind: 'boolean',
    evaluate: (scope) => {
      const difference = compare(scope);
      return difference === null ? null : (difference === 0) === wanted;
    }
  };
}

/** How two values differ: below, at or above 0; null where one is blank. */
function differenceOf(
  operator: string,
  first: Expression,
  second: Expression,
  blankText: 'empty text' | 'undecided'
): Difference {
  const kind = commonKind(notPicklist(first).kind, notPicklist(second).kind);
  if (kind === undefined) throw wrongType(operator, [first.kind], second);
  const [left, right] = [typed(operator, first, kind), typed(operator, second, kind)];
  if (hasKind(left, 'text') && hasKind(right, 'text')) return textDifference(left, right, blankText);
  if (hasKind(left, 'number') && hasKind(right, 'number')) {
    return (scope) => {
      const a = left.evaluate(scope);
      const b = right.evaluate(scope);
      return a === null || b === null ? null : a.cmp(b);
    };
  }
  return (scope) => {
    const a = left.evaluate(scope);
    const b = right.evaluate(scope);
    return a === null || b === null ? null : Number(a) - Number(b);
  };
}

function textDifference(
  left: Expression<'text'>,
  right: Expression<'text'>,
  blankText: 'empty text' | 'undecided'
): Difference {
  return (scope) => {
    const a = left.evaluate(scope);
    const b = right.evaluate(scope);
    if (blankText === 'undecided' && (a === '' || b === '')) return null;
    if (a === b) return 0;
    return a < b ? -1 : 1;
  };
}

function typed<K extends Kind>(operator: string, expression: Expression, kind: K): Expression<K> {
  const same = asKind(expression, kind);
  if (same === undefined) throw wrongType(operator, [kind], expression);
  return same;
}
