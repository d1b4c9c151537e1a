import { arithmetic, concatenation, signed } from './arithmetic.ts';
import { comparison, equality } from './comparison.ts';
import type { Expression } from './expression.ts';
import type { FormulaSetting } from './formula.ts';
import { FormulaNumber } from './formula-number.ts';
import { functionBuilder } from './functions/function-table.ts';
import { both, either, negation } from './functions/logic.ts';
import { mergeField } from './merge-field.ts';
import type { FormulaNode } from './syntax/node.ts';

/** What an expression is compiled with: its setting, and where the merge fields that are met are noted. */
export interface Compilation {
  readonly setting: FormulaSetting;
  readonly references: Set<string>;
}

/** A node as an expression with a type. Throws FormulaError where types or names do not fit. */
export function compileExpression(node: FormulaNode, compilation: Compilation): Expression {
  switch (node.type) {
    case 'binary':
      return compileBinary(node, compilation);
    case 'boolean':
      return { kind: 'boolean', evaluate: () => node.value };
    case 'call':
      return compileCall(node, compilation);
    case 'not':
      return negation('NOT', compileExpression(node.operand, compilation));
    case 'null':
      return { kind: 'null', evaluate: () => null };
    case 'number':
      return numberLiteral(node.text);
    case 'reference':
      compilation.references.add(node.name);
      return mergeField(node.name, compilation.setting);
    case 'sign':
      return signed(node.sign, compileExpression(node.operand, compilation));
    case 'text':
      return { kind: 'text', evaluate: () => node.value, literal: node.value };
  }
}

function numberLiteral(text: string): Expression<'number'> {
  const value = new FormulaNumber(text);
  return { kind: 'number', evaluate: () => value };
}

function compileBinary(node: FormulaNode & { type: 'binary' }, compilation: Compilation): Expression {
  const left = compileExpression(node.left, compilation);
  const right = compileExpression(node.right, compilation);
  switch (node.operator) {
    case '&&':
      return both('&&', [left, right]);
    case '||':
      return either('||', [left, right]);
    case '&':
      return concatenation('&', left, right);
    case '=':
    case '<>':
      return equality(node.operator, left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(node.operator, left, right);
    default:
      return arithmetic(node.operator, left, right);
  }
}

function compileCall(node: FormulaNode & { type: 'call' }, compilation: Compilation): Expression {
  const build = functionBuilder(node.name);
  const args = node.args.map((arg) => compileExpression(arg, compilation));
  return build({ name: node.name, args, setting: compilation.setting });
}
