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

/** Throws FormulaError where the result is of another type than the place wants; NULL is of every type. */
function checkResult(expression: Expression, expected: FormulaType | undefined): void {
  const given = expression.kind;
  if (given === 'null' || fits(given, expected)) return;
  if (expected === undefined || isPicklist(given)) throw picklistNotAllowed(expression);
  throw new FormulaError(
    `Formula result is data type (${kindLabels[given]}), incompatible with expected data type (${kindLabels[expected]}).`
  );
}

/** Texts serve as the value of a picklist (as in default values). Where any type will do, picklists do not. */
function fits(given: FormulaType, expected: FormulaType | undefined): boolean {
  if (expected === undefined) return !isPicklist(given);
  return given === expected || (given === 'text' && isPicklist(expected));
}

function isPicklist(type: FormulaType): boolean {
  return type === 'picklist' || type === 'multipicklist';
}
