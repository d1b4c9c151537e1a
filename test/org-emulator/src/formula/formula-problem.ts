import { type Expression, type Kind, kindLabels } from './expression.ts';
import { FormulaError } from './formula.ts';

/*
 * Salesforce's texts for formulas that cannot be used, as its published engine holds them
 * (github.com/salesforce/formula-engine, labels.xml, section FormulaFieldExceptionMessages).
 */

/** `function 'IF()'` or `operator '+'`: functions are named as they are written. */
export function described(name: string): string {
  return /^[A-Za-z]/.test(name) ? `function '${name}()'` : `operator '${name}'`;
}

export function wrongType(name: string, expected: readonly Kind[], received: Expression): FormulaError {
  const labels = expected.filter((kind) => kind !== received.kind).map((kind) => kindLabels[kind]);
  const label = kindLabels[received.kind];
  return new FormulaError(
    `Incorrect parameter type for ${described(name)}. Expected ${labels.join(', ')}, received ${label}`
  );
}

/** For parameters that must be texts in quotes. */
export function notLiteral(name: string, received: Expression): FormulaError {
  return new FormulaError(
    `Incorrect parameter type for ${described(name)}. Expected Text Literal, received ${kindLabels[received.kind]}`
  );
}

export function illegalType(name: string): FormulaError {
  return new FormulaError(`Incorrect argument type for ${described(name)}.`);
}

export function wrongCount(name: string, expected: number, received: number): FormulaError {
  return new FormulaError(
    `Incorrect number of parameters for ${described(name)}. Expected ${expected}, received ${received}`
  );
}

/** Picklists stand only in the functions made for them. */
export function picklistNotAllowed(expression: Expression): FormulaError {
  const which = expression.kind === 'multipicklist' ? 'multi-select picklist' : 'picklist';
  const fields = which.charAt(0).toUpperCase() + which.slice(1);
  const name = expression.field?.name ?? '';
  return new FormulaError(
    `Field ${name} is a ${which} field. ${fields} fields are only supported in certain functions.`
  );
}

/** The expression itself. Throws FormulaError where it is a picklist, which only some functions take. */
export function notPicklist(expression: Expression): Expression {
  if (expression.kind === 'picklist' || expression.kind === 'multipicklist')
    throw picklistNotAllowed(expression);
  return expression;
}
