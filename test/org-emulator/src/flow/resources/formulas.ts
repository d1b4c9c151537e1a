import { z } from 'zod';
import { compileFormula } from '../../formula/compile-formula.ts';
import { type CompiledFormula, FormulaError, type FormulaScope } from '../../formula/formula.ts';
import { ignored, text } from '../../metadata/xml.ts';
import type { FieldValue } from '../../schema/field.ts';
import { asDeclared, dataTypeSchema, type DeclaredType, formulaTypeOf } from '../data-type.ts';
import type { TypeOf } from '../flow-element.ts';
import { FlowFault } from '../flow-fault.ts';
import { type FlowValue, isCollection, single } from '../flow-value.ts';
import type { Interview } from '../interview.ts';

/** A formula of a flow: computed whenever it is read. */
export interface FlowFormula {
  readonly name: string;
  readonly type: DeclaredType;
  readonly expression: string;
  compiled: CompiledFormula | undefined;
}

export const formulaSchema = z
  .strictObject({
    name: text,
    dataType: dataTypeSchema,
    expression: text,
    scale: ignored,
    description: ignored,
    processMetadataValues: ignored
  })
  .transform(({ name, dataType, expression }): FlowFormula => {
    return {
      name,
      type: { dataType, isCollection: false },
      expression,
      compiled: undefined
    };
  });

/** Compiles a formula that stands in a flow, where `{!x}` and `x` name the flow's resources. Throws FormulaError. */
export function compileFlowFormula(
  expression: string,
  typeOf: TypeOf,
  returns: DeclaredType | undefined
): CompiledFormula {
  const type = formulaTypeOf(returns);
  return compileFormula(expression, {
    typeOf: (reference) => formulaTypeOf(typeOf(reference)),
    allowsPrior: true,
    ...(type === undefined ? {} : { returns: type })
  });
}

/** Compiles the formula of a place in a flow, and answers what is wrong with it. */
export function attemptFormula(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof FormulaError) return [`its formula cannot be used: ${error.message}`];
    throw error;
  }
}

/** The value of a formula resource. Throws FlowFault where it comes to no result. */
export function formulaValue(formula: FlowFormula, interview: Interview): FlowValue {
  if (!formula.compiled) throw new FlowFault(`The formula ${formula.name} was not compiled.`);
  const value = evaluateFormula(formula.compiled, interview, formula.name);
  return asDeclared(formula.name, formula.type, value, interview.zone);
}

/** Computes a formula from an interview's resources. */
export function evaluateFormula(compiled: CompiledFormula, interview: Interview, name: string): FieldValue {
  try {
    return compiled.evaluate(scopeOf(interview));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new FlowFault(`The formula expression of ${name} has an error: ${error.message}`);
  }
}

function scopeOf(interview: Interview): FormulaScope {
  const valueOf = (reference: string) => {
    const value = interview.resolve(reference);
    return isCollection(value) ? value.length : single(value, reference);
  };
  const isNew = interview.setting.triggering?.prior === null;
  return {
    valueOf,
    priorValueOf: (reference) =>
      isNew ? valueOf(reference) : valueOf(reference.replace(/^\$Record\b(?!__)/, '$Record__Prior')),
    isNew,
    now: interview.services.clock.now()
  };
}
