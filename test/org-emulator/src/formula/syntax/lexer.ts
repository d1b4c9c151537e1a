import { FormulaError } from '../formula.ts';
import type { Token } from './token.ts';

const blank = /(?:\s|\/\*[\s\S]*?\*\/)+/y;
const number = /\d+(?:\.\d+)?/y;
const name = /[A-Za-z$][\w$:.#]*/y;
const mergeField = /\{!\s*([A-Za-z$_][\w$:.#]*)\s*\}/y;
const text = /"(?:[^"\\\r\n]|\\[nrtNRT"'\\])*"|'(?:[^'\\\r\n]|\\[nrtNRT"'\\])*'/y;
const symbol = /&&|\|\||<>|!=|<=|>=|==|[-+*/^&=<>!(),]/y;

/**
 * The tokens of a formula, up to and with its end. `{!Name}` is the name alone. Of the escapes that a text may hold,
 * `\"` and `\\` stand for the second character; `\n`, `\r`, `\t` and `\'` are allowed and stay as they are, as in
 * Salesforce's published engine (github.com/salesforce/formula-engine, ConstantString). Throws FormulaError at what
 * is none of a formula's.
 */
export function readTokens(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = matchedAt(blank, formula, 0)?.[0].length ?? 0;
  while (at < formula.length) {
    const { token, length } = readToken(formula, at);
    tokens.push(token);
    at += length;
    at += matchedAt(blank, formula, at)?.[0].length ?? 0;
  }
  return [...tokens, { type: 'end', text: '', at }];
}

function readToken(formula: string, at: number): { readonly token: Token; readonly length: number } {
  const quoted = matchedAt(text, formula, at)?.[0];
  if (quoted !== undefined) {
    return { token: { type: 'text', text: quoted, value: unescaped(quoted), at }, length: quoted.length };
  }
  const merged = matchedAt(mergeField, formula, at);
  if (merged) return { token: { type: 'name', text: merged[1] ?? '', at }, length: merged[0].length };
  for (const [type, pattern] of [
    ['name', name],
    ['number', number],
    ['symbol', symbol]
  ] as const) {
    const found = matchedAt(pattern, formula, at)?.[0];
    if (found !== undefined) return { token: { type, text: found, at }, length: found.length };
  }
  throw new FormulaError(`Syntax error.  Found '${formula.charAt(at)}'`);
}

function unescaped(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(["\\])/g, '$1');
}

function matchedAt(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}
