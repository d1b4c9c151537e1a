import { asKind, commonKind, type Expression, hasKind, type Kind } from '../expression.ts';
import type { FormulaScope } from '../formula.ts';
import { illegalType, notLiteral, notPicklist, wrongCount, wrongType } from '../formula-problem.ts';
import { equality } from '../comparison.ts';
import { argument, type Call, checkCount, type FunctionTable, parameter } from './function-builder.ts';

type Truth = Expression<'boolean'>;

/** True where every part is; what is undecided counts as false, and parts after a false one are not looked at. */
export function both(name: string, parts: readonly Expression[]): Truth {
  const truths = parts.map((part) => truth(name, part));
  return { kind: 'boolean', evaluate: (scope) => truths.every(({ evaluate }) => evaluate(scope) === true) };
}

/** True where a part is; parts after a true one are not looked at. */
export function either(name: string, parts: readonly Expression[]): Truth {
  const truths = parts.map((part) => truth(name, part));
  return { kind: 'boolean', evaluate: (scope) => truths.some(({ evaluate }) => evaluate(scope) === true) };
}

/** The other truth; what is undecided stays so. */
export function negation(name: string, operand: Expression): Truth {
  const { evaluate } = truth(name, operand);
  return {
    kind: 'boolean',
    evaluate: (scope) => {
      const value = evaluate(scope);
      return value === null ? null : !value;
    }
  };
}

function truth(name: string, expression: Expression): Truth {
  const found = asKind(notPicklist(expression), 'boolean');
  if (found === undefined) throw wrongType(name, ['boolean'], expression);
  return found;
}

function oneOrMore(build: (name: string, parts: readonly Expression[]) => Truth): (call: Call) => Truth {
  return (call) => {
    if (call.args.length === 0) throw wrongCount(call.name, 1, 0);
    return build(call.name, call.args);
  };
}

function choice(call: Call): Expression {
  checkCount(call, 3);
  const condition = argument(call, 0, 'boolean');
  return sameKind(call, [parameter(call, 1), parameter(call, 2)], ([yes, no]) => (scope) => {
    const chosen = condition.evaluate(scope) === true ? yes : no;
    return chosen === undefined ? null : chosen.evaluate(scope);
  });
}

/** IFS(condition, value, condition, value, …, value where none holds). */
function choices(call: Call): Expression {
  const { length } = call.args;
  if (length < 3 || length % 2 === 0) throw wrongCount(call.name, Math.max(3, length + 1), length);
  const conditions = call.args.flatMap((_, index) =>
    index % 2 === 0 && index < length - 1 ? [argument(call, index, 'boolean')] : []
  );
  const values = call.args.filter((_, index) => index % 2 === 1 || index === length - 1);
  return sameKind(call, values, (typed) => (scope) => {
    const found = conditions.findIndex(({ evaluate }) => evaluate(scope) === true);
    return typed.at(found)?.evaluate(scope) ?? null;
  });
}

/** CASE(value, when, then, …, else): picklists are compared with texts in quotes, all else as `=` does. */
function selection(call: Call): Expression {
  const { length } = call.args;
  if (length < 4 || length % 2 !== 0) throw wrongCount(call.name, Math.max(4, length - (length % 2)), length);
  const pairs = call.args.slice(1, -1);
  const conditions = pairs.filter((_, index) => index % 2 === 0).map((when) => caseCondition(call, when));
  const results = [...pairs.filter((_, index) => index % 2 === 1), parameter(call, length - 1)];
  if (results.some(({ kind }) => kind === 'boolean')) throw illegalType(call.name);
  return sameKind(call, results, (typed) => (scope) => {
    const found = conditions.findIndex((matches) => matches(scope));
    return typed.at(found)?.evaluate(scope) ?? null;
  });
}

function caseCondition(call: Call, when: Expression): (scope: FormulaScope) => boolean {
  const value = parameter(call, 0);
  if (value.kind === 'boolean' || when.kind === 'boolean') throw illegalType(call.name);
  if (hasKind(value, 'picklist')) {
    if (when.literal === undefined) throw notLiteral(call.name, when);
    return (scope) => value.evaluate(scope) === when.literal;
  }
  if (commonKind(value.kind, when.kind) === undefined) throw wrongType(call.name, [value.kind], when);
  const { evaluate } = equality('=', value, when);
  return (scope) => evaluate(scope) === true;
}

/**
 * An expression that gives one of the values, all of one type. `choose` gets them as that type; the last is what
 * `at(-1)` finds where no condition held.
 */
function sameKind(
  call: Call,
  values: readonly Expression[],
  choose: (typed: readonly Expression[]) => Expression['evaluate']
): Expression {
  let kind: Kind = 'null';
  for (const value of values) {
    const common = commonKind(kind, notPicklist(value).kind);
    if (common === undefined) throw wrongType(call.name, [kind], value);
    kind = common;
  }
  return { kind, evaluate: choose(values.map((value) => asKind(value, kind) ?? value)) };
}

export const logicFunctions: FunctionTable = {
  AND: oneOrMore(both),
  CASE: selection,
  IF: choice,
  IFS: choices,
  NOT: (call) => {
    checkCount(call, 1);
    return negation(call.name, parameter(call, 0));
  },
  OR: oneOrMore(either)
};
