import { TokenReader } from './token-reader.ts';
import { tokenize, UnsafeStatementError } from './tokenizer.ts';

/** The most values that one IN list may hold; practitioners chunk keys by 200 to 250. */
export const MAX_IN_VALUES = 200;

const MAX_TOP = 1_000_000;
const COMPARISONS = new Set(['=', '<>', '<', '<=', '>', '>=']);

// Words that begin something outside the subset; also refused as names, so that no keyword passes for a column.
const RESERVED = new Set(
  `SELECT FROM WHERE AND OR NOT IN ORDER BY TOP DISTINCT ALL ANY SOME AS ASC DESC GROUP HAVING UNION INTERSECT EXCEPT
   MINUS JOIN INNER LEFT RIGHT FULL OUTER CROSS NATURAL ON USING CASE WHEN THEN ELSE END CAST CONVERT LIMIT OFFSET
   FETCH EXISTS BETWEEN LIKE ESCAPE IS NULL INSERT UPDATE DELETE INTO VALUES CREATE DROP ALTER WITH EXEC EXECUTE CALL
   PRAGMA ATTACH`.split(/\s+/)
);

/** The places in which the grammars of the databases differ. Each reads its part, or throws UnsafeStatementError. */
export interface SelectParts {
  /** One entry of the list behind SELECT. */
  readonly column: (reader: TokenReader) => void;
  /** What follows FROM. */
  readonly table: (reader: TokenReader) => void;
  /** A value of a condition. */
  readonly literal: (reader: TokenReader) => void;
}

/**
 * Reads one whole statement `SELECT [TOP n] column, … FROM table [WHERE column op literal | column IN (literal, …)
 * AND …] [ORDER BY column, …]` and nothing behind it. Throws UnsafeStatementError.
 */
export function readSelect(sql: string, parts: SelectParts): void {
  const reader = new TokenReader(tokenize(sql));
  reader.keyword('SELECT');
  if (reader.takeKeyword('TOP')) readTop(reader);
  readList(reader, parts.column);
  reader.keyword('FROM');
  parts.table(reader);
  if (reader.takeKeyword('WHERE')) readConditions(reader, parts.literal);
  if (reader.takeKeyword('ORDER')) {
    reader.keyword('BY');
    readList(reader, readName);
  }
  reader.end();
}

/** Reads a name that is no keyword, and gives it. */
export function readName(reader: TokenReader): string {
  const token = reader.take('word', 'a name');
  const keyword = token.text.toUpperCase();
  if (RESERVED.has(keyword)) {
    throw new UnsafeStatementError(`${keyword} is not part of the safe subset here`, token.position);
  }
  return token.text;
}

/** Reads a plain string, a number, or a date escape. */
export function readLiteral(reader: TokenReader): void {
  const token = reader.next();
  if (token.kind === 'string' || token.kind === 'number' || token.kind === 'date') return;
  throw new UnsafeStatementError('a literal was expected', token.position);
}

function readTop(reader: TokenReader): void {
  const count = reader.take('number', 'a row count');
  if (!/^[1-9]\d*$/.test(count.text) || Number(count.text) > MAX_TOP) {
    throw new UnsafeStatementError(`TOP takes a whole number from 1 to ${MAX_TOP}`, count.position);
  }
}

function readConditions(reader: TokenReader, literal: SelectParts['literal']): void {
  do readCondition(reader, literal);
  while (reader.takeKeyword('AND'));
}

function readCondition(reader: TokenReader, literal: SelectParts['literal']): void {
  readName(reader);
  if (reader.takeKeyword('IN')) {
    readInList(reader, literal);
    return;
  }
  const operator = reader.take('symbol', 'a comparison');
  if (!COMPARISONS.has(operator.text)) {
    throw new UnsafeStatementError('a comparison with a literal was expected', operator.position);
  }
  literal(reader);
}

function readInList(reader: TokenReader, literal: SelectParts['literal']): void {
  const start = reader.symbol('(');
  const count = readList(reader, literal);
  if (count > MAX_IN_VALUES) {
    throw new UnsafeStatementError(`more than ${MAX_IN_VALUES} values in an IN list`, start.position);
  }
  reader.symbol(')');
}

function readList(reader: TokenReader, item: (reader: TokenReader) => void): number {
  let count = 0;
  do {
    item(reader);
    count += 1;
  } while (reader.takeSymbol(','));
  return count;
}
