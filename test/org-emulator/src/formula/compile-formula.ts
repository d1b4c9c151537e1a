import { type CompiledFormula, FormulaError, type FormulaSetting } from './formula.ts';

/**
 * Reads a formula for the place where it stands. Throws FormulaError for wrong syntax, unknown references and
 * functions, and types that do not fit, in Salesforce's words where they are known.
 */
export function compileFormula(_formula: string, _setting: FormulaSetting): CompiledFormula {
  throw new FormulaError('Formulas are not supported by the local org yet');
}
