import { FormulaError } from '../formula.ts';
import { readTokens } from './lexer.ts';
import type { BinaryOperator, FormulaNode } from './node.ts';
import type { Token } from './token.ts';

/**
 * Operators between two values, those that bind least first; all of them group from the left. That `^` binds less
 * than `*` and `/`, and signs and NOT more than all, is the grammar of Salesforce's published engine
 * (github.com/salesforce/formula-engine, Formula.g4): `2 * 3 ^ 2` is 36 and `-2 ^ 2` is 4.
 */
const levels: readonly Readonly<Record<string, BinaryOperator>>[] = [
  { '||': '||' },
  { '&&': '&&' },
  { '=': '=', '==': '=', '<>': '<>', '!=': '<>' },
  { '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
  { '+': '+', '-': '-', '&': '&' },
  { '^': '^' },
  { '*': '*', '/': '/' }
];

/** Deeper nesting than this is refused rather than left to the stack; Salesforce's size limits come far earlier. */
const deepest = 500;

/** Reads a formula's text. Throws FormulaError with Salesforce's text where the syntax is wrong. */
export function parseFormula(formula: string): FormulaNode {
  const reader = new FormulaReader(readTokens(formula));
  const node = reader.readExpression();
  const left = reader.next;
  if (left.type !== 'end') throw new FormulaError(`Syntax error. Extra ${quoted(left)}`);
  return node;
}

class FormulaReader {
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#end = tokens.at(-1) ?? { type: 'end', text: '', at: 0 };
  }

  get next(): Token {
    return this.#tokens[this.#at] ?? this.#end;
  }

  readExpression(level = 0): FormulaNode {
    const operators = levels[level];
    if (operators === undefined) return this.#readSigned();
    let left = this.readExpression(level + 1);
    for (;;) {
      const operator = this.next.type === 'symbol' ? operators[this.next.text] : undefined;
      if (operator === undefined) return left;
      this.#at += 1;
      left = { type: 'binary', operator, left, right: this.readExpression(level + 1) };
    }
  }

  #readSigned(): FormulaNode {
    this.#depth += 1;
    if (this.#depth > deepest) throw new FormulaError('Syntax error.  The formula is nested too deeply');
    const node = this.#readPrefix() ?? this.#readOperand();
    this.#depth -= 1;
    return node;
  }

  #readPrefix(): FormulaNode | undefined {
    const { text } = this.next;
    if (this.#takesSymbol('-') || this.#takesSymbol('+')) {
      return { type: 'sign', sign: text === '-' ? '-' : '+', operand: this.#readSigned() };
    }
    return this.#takesSymbol('!') || this.#takesName('not')
      ? { type: 'not', operand: this.#readSigned() }
      : undefined;
  }

  #readOperand(): FormulaNode {
    if (this.#takesSymbol('(')) return this.#closed(this.readExpression());
    const token = this.next;
    this.#at += 1;
    switch (token.type) {
      case 'number':
        return { type: 'number', text: token.text };
      case 'text':
        return { type: 'text', value: token.value };
      case 'name':
        return this.#readName(token.text);
      default:
        throw new FormulaError(`Syntax error.  Found '${token.text === '' ? 'end of formula' : token.text}'`);
    }
  }

  #readName(name: string): FormulaNode {
    if (this.#takesSymbol('(')) return { type: 'call', name, args: this.#readArguments() };
    switch (name.toLowerCase()) {
      case 'true':
        return { type: 'boolean', value: true };
      case 'false':
        return { type: 'boolean', value: false };
      case 'null':
        return { type: 'null' };
      default:
        return { type: 'reference', name };
    }
  }

  #readArguments(): readonly FormulaNode[] {
    if (this.#takesSymbol(')')) return [];
    const args = [this.readExpression()];
    while (this.#takesSymbol(',')) args.push(this.readExpression());
    return this.#closed(args);
  }

  #closed<T>(inside: T): T {
    if (this.#takesSymbol(')')) return inside;
    throw new FormulaError("Syntax error.  Missing ')'");
  }

  #takesSymbol(symbol: string): boolean {
    return this.#takes(this.next.type === 'symbol' && this.next.text === symbol);
  }

  #takesName(name: string): boolean {
    return this.#takes(this.next.type === 'name' && this.next.text.toLowerCase() === name);
  }

  #takes(matches: boolean): boolean {
    if (matches) this.#at += 1;
    return matches;
  }
}

function quoted(token: Token): string {
  return token.type === 'name' ? token.text : `'${token.text}'`;
}
