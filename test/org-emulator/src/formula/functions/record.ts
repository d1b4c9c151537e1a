import { type Expression, type MergeField } from '../expression.ts';
import { FormulaError } from '../formula.ts';
import { illegalType } from '../formula-problem.ts';
import {
  type Call,
  checkCount,
  type FunctionBuilder,
  type FunctionTable,
  none,
  parameter
} from './function-builder.ts';

/** Only rules and record-triggered flows know of a record's change. */
function whereAllowed(build: FunctionBuilder): FunctionBuilder {
  return (call) => {
    if (call.setting.allowsPrior === true) return build(call);
    throw new FormulaError(`Function ${call.name} may not be used in this type of formula`);
  };
}

/** The field of the record itself that the function asks about: `Name`, or `$Record.Name` in flows. */
function ownField(call: Call): MergeField {
  checkCount(call, 1);
  const { field } = parameter(call, 0);
  if (field === undefined) throw illegalType(call.name);
  if (/^(?:\$Record\.)?[^.]+$/i.test(field.name)) return field;
  throw new FormulaError(`The ${call.name.toUpperCase()} function cannot reference the ${field.name} field.`);
}

/** Never true for a new record. */
function isChanged(call: Call): Expression<'boolean'> {
  const { name } = ownField(call);
  return {
    kind: 'boolean',
    evaluate: ({ isNew, priorValueOf, valueOf }) =>
      isNew !== true && priorValueOf !== undefined && (priorValueOf(name) ?? '') !== (valueOf(name) ?? '')
  };
}

function priorValue(call: Call): Expression {
  const field = ownField(call);
  return { kind: parameter(call, 0).kind, evaluate: field.prior, field };
}

export const recordFunctions: FunctionTable = {
  ISCHANGED: whereAllowed(isChanged),
  ISCLONE: whereAllowed(none('boolean', ({ isClone }) => isClone ?? false)),
  ISNEW: whereAllowed(none('boolean', ({ isNew }) => isNew ?? false)),
  PRIORVALUE: whereAllowed(priorValue)
};
