import { asKind, commonKind, type Expression } from '../expression.ts';
import type { FormulaScope } from '../formula.ts';
import { illegalType, notPicklist, wrongType } from '../formula-problem.ts';
import { type Call, checkCount, type FunctionTable, parameter } from './function-builder.ts';

/** Blank text is blank for ISBLANK and BLANKVALUE; ISNULL and NULLVALUE never take a text for null. */
type Rule = 'blank' | 'null';

function isMissing(call: Call, expression: Expression, rule: Rule): (scope: FormulaScope) => boolean {
  if (expression.kind === 'boolean') throw illegalType(call.name);
  if (rule === 'null' && expression.kind === 'text') return () => false;
  return (scope) => {
    const value = expression.evaluate(scope);
    return value === null || value === '';
  };
}

function asks(rule: Rule): (call: Call) => Expression<'boolean'> {
  return (call) => {
    checkCount(call, 1);
    return { kind: 'boolean', evaluate: isMissing(call, parameter(call, 0), rule) };
  };
}

function replaces(rule: Rule): (call: Call) => Expression {
  return (call) => {
    checkCount(call, 2);
    const [value, substitute] = [notPicklist(parameter(call, 0)), notPicklist(parameter(call, 1))];
    const kind = commonKind(value.kind, substitute.kind);
    if (kind === undefined) throw wrongType(call.name, [value.kind], substitute);
    const typed = [value, substitute].map((each) => asKind(each, kind) ?? each);
    const missing = isMissing(call, typed[0] ?? value, rule);
    return {
      kind,
      evaluate: (scope) => (missing(scope) ? typed[1] : typed[0])?.evaluate(scope) ?? null
    };
  };
}

export const blankFunctions: FunctionTable = {
  BLANKVALUE: replaces('blank'),
  ISBLANK: asks('blank'),
  ISNULL: asks('null'),
  NULLVALUE: replaces('null')
};
