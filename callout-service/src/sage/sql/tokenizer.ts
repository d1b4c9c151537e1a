/** A piece of a statement. `text` is as written; words keep their case. */
export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'date' | 'symbol' | 'end';
  readonly text: string;
  readonly position: number;
}

/** A statement outside the safe subset. The message names the fault and its place, never the statement's values. */
export class UnsafeStatementError extends Error {
  constructor(reason: string, position: number) {
    super(`${reason} at character ${position + 1}`);
    this.name = 'UnsafeStatementError';
  }
}

const BLANKS = / +/y;
const WORD = /[A-Za-z][A-Za-z0-9_]*/y;
const NUMBER = /-?\d{1,20}(?:\.\d{1,10})?(?![A-Za-z0-9_.])/y;
/** A string literal, every quote in it doubled; source of a regular expression with the flag u. */
export const STRING_PATTERN = String.raw`'(?:[^'\p{Cc}\p{Cs}]|'')*'`;
/** The date escape of ODBC; source of a regular expression. */
export const DATE_PATTERN = String.raw`\{d '\d{4}-\d{2}-\d{2}'\}`;
const STRING = new RegExp(STRING_PATTERN, 'uy');
const DATE = new RegExp(DATE_PATTERN, 'y');
const SYMBOL = /<>|<=|>=|[=<>(),.]/y;

const QUOTE = "'".charCodeAt(0);
const BRACE = '{'.charCodeAt(0);
const MINUS = '-'.charCodeAt(0);
const DIGIT_0 = '0'.charCodeAt(0);
const DIGIT_9 = '9'.charCodeAt(0);
const LETTER_A = 'A'.charCodeAt(0);

// What practitioners avoid with ProvideX, by the mark that begins it, so that a refusal says what was wrong.
const REFUSED_MARKS: readonly (readonly [string, string])[] = [
  ['--', 'a comment is refused'],
  ['/*', 'a comment is refused'],
  ['{', "only the date escape {d '…'} is taken, no other braces"],
  [';', 'a semicolon is refused'],
  ['"', 'a double quote is refused'],
  ['[', 'a bracket is refused'],
  [']', 'a bracket is refused'],
  ['`', 'a back quote is refused'],
  ['?', 'a parameter is refused'],
  ['*', 'SELECT * and arithmetic are refused'],
  ["'", 'a string is not closed, or holds a control character']
];

/** Cuts a statement into tokens. Throws UnsafeStatementError at the first character that no token of the subset has. */
export function tokenize(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = skipBlanks(sql, 0);
  while (position < sql.length) {
    const token = readToken(sql, position);
    tokens.push(token);
    position = skipBlanks(sql, position + token.text.length);
  }
  tokens.push({ kind: 'end', text: '', position });
  return tokens;
}

function readToken(sql: string, position: number): Token {
  const [kind, pattern] = patternFor(sql.charCodeAt(position));
  pattern.lastIndex = position;
  const text = pattern.exec(sql)?.[0];
  if (text !== undefined) return { kind, text, position };
  const mark = REFUSED_MARKS.find(([start]) => sql.startsWith(start, position));
  throw new UnsafeStatementError(mark?.[1] ?? 'a character outside the safe subset is refused', position);
}

// The first character decides what a token can be; every read of Sage passes here, so no other pattern is tried.
function patternFor(code: number): readonly [Token['kind'], RegExp] {
  if (code === QUOTE) return ['string', STRING];
  if (code === BRACE) return ['date', DATE];
  if (code === MINUS || (code >= DIGIT_0 && code <= DIGIT_9)) return ['number', NUMBER];
  return code >= LETTER_A ? ['word', WORD] : ['symbol', SYMBOL];
}

function skipBlanks(sql: string, position: number): number {
  BLANKS.lastIndex = position;
  return position + (BLANKS.exec(sql)?.[0].length ?? 0);
}
