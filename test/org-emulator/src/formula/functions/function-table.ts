import { FormulaError } from '../formula.ts';
import type { FunctionBuilder, FunctionTable } from './function-builder.ts';
import { blankFunctions } from './blank.ts';
import { conversionFunctions } from './conversion.ts';
import { dateFunctions } from './date.ts';
import { logicFunctions } from './logic.ts';
import { markupFunctions } from './markup.ts';
import { numberFunctions } from './number.ts';
import { picklistFunctions } from './picklist.ts';
import { recordFunctions } from './record.ts';
import { refusedFunctions } from './refused.ts';
import { textFunctions } from './text.ts';

const functions: FunctionTable = {
  ...blankFunctions,
  ...conversionFunctions,
  ...dateFunctions,
  ...logicFunctions,
  ...markupFunctions,
  ...numberFunctions,
  ...picklistFunctions,
  ...recordFunctions,
  ...textFunctions
};

const builders = new Map(Object.entries(functions));

/**
 * The builder of a function's calls. Throws FormulaError for unknown functions in Salesforce's words, and for those of
 * Salesforce's that the local org does not have by their names.
 */
export function functionBuilder(name: string): FunctionBuilder {
  const wanted = name.toUpperCase();
  const build = builders.get(wanted);
  if (build !== undefined) return build;
  if (refusedFunctions.has(wanted)) {
    throw new FormulaError(`Function ${wanted} is not supported by the local org`);
  }
  throw new FormulaError(`Unknown function ${name}. Check spelling.`);
}
