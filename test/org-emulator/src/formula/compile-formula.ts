import { compileExpression } from './compile-expression.ts';
import { type Expression, kindLabels } from './expression.ts';
import { picklistNotAllowed } from './formula-problem.ts';
import { type CompiledFormula, FormulaError, type FormulaSetting, type FormulaType } from './formula.ts';
import { resultType, storedResult } from './stored-value.ts';
import { parseFormula } from './syntax/parser.ts';

/**
 * Reads a formula for the place where it stands. Throws FormulaError for wrong syntax, unknown references and
 * functions, and types that do not fit, in Salesforce's words where they are known.
 */
export function compileFormula(formula: string, setting: FormulaSetting): CompiledFormula {
  const references = new Set<string>();
  const expression = compileExpression(parseFormula(formula), { setting, references });
  checkResult(expression, setting.returns);
  return {
    references: [...references],
    type: resultType(expression, setting.returns),
    evaluate: storedResult(expression)
  };
}

/** Texts serve as the value of a picklist (as in default values); no formula gives a picklist. */
function checkResult(expression: Expression, expected: FormulaType | undefined): void {
  const given = expression.kind;
  const wantsPicklist = expected === 'picklist' || expected === 'multipicklist';
  if (wantsPicklist && (given === 'text' || given === expected)) return;
  if (given === 'picklist' || given === 'multipicklist') throw picklistNotAllowed(expression);
  if (expected === undefined || given === expected || given === 'null') return;
  throw new FormulaError(
    `Formula result is data type (${kindLabels[given]}), incompatible with expected data type (${kindLabels[expected]}).`
  );
}
