import type { Expression } from '../expression.ts';
import { notLiteral, wrongType } from '../formula-problem.ts';
import { argument, type Call, checkCount, type FunctionTable, parameter } from './function-builder.ts';

/** The value that a picklist is asked about: a text in quotes. */
function literal(call: Call): string {
  const given = parameter(call, 1);
  if (given.literal === undefined) throw notLiteral(call.name, given);
  return given.literal;
}

function isPicklistValue(call: Call): Expression<'boolean'> {
  checkCount(call, 2);
  if (parameter(call, 0).kind !== 'picklist') throw wrongType(call.name, ['picklist'], parameter(call, 0));
  const [{ evaluate }, wanted] = [argument(call, 0, 'picklist'), literal(call)];
  return { kind: 'boolean', evaluate: (scope) => evaluate(scope) === wanted };
}

function includes(call: Call): Expression<'boolean'> {
  checkCount(call, 2);
  const field = parameter(call, 0);
  if (field.kind !== 'multipicklist') throw wrongType(call.name, ['multipicklist'], field);
  const [{ evaluate }, wanted] = [argument(call, 0, 'multipicklist'), literal(call)];
  return { kind: 'boolean', evaluate: (scope) => evaluate(scope).split(';').includes(wanted) };
}

export const picklistFunctions: FunctionTable = { INCLUDES: includes, ISPICKVAL: isPicklistValue };
