import { tokenize, UnsafeStatementError, type Token } from './tokenizer.ts';

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

/**
 * Checks that `sql` is one statement of the safe subset:
 * `SELECT [TOP n] column, … FROM table [WHERE column op literal | column IN (literal, …) AND …] [ORDER BY column, …]`.
 *
 * This is what the ProvideX ODBC driver of Sage 100 is known to take and what those who use it keep to (no sub-selects,
 * UNION, CASE, CAST, LIMIT, OFFSET, brackets, aliases, OR, functions, joins, parameters). It shares nothing with the
 * builder, so a fault in the one is found by the other. Throws UnsafeStatementError.
 */
export function assertSafeSelect(sql: string): void {
  const reader = new TokenReader(tokenize(sql));
  reader.keyword('SELECT');
  if (reader.takeKeyword('TOP')) top(reader);
  list(reader, name);
  reader.keyword('FROM');
  name(reader);
  if (reader.takeKeyword('WHERE')) conditions(reader);
  if (reader.takeKeyword('ORDER')) {
    reader.keyword('BY');
    list(reader, name);
  }
  reader.end();
}

function top(reader: TokenReader): void {
  const count = reader.take('number', 'a row count');
  if (!/^[1-9]\d*$/.test(count.text) || Number(count.text) > MAX_TOP) {
    throw new UnsafeStatementError(`TOP takes a whole number from 1 to ${MAX_TOP}`, count.position);
  }
}

function conditions(reader: TokenReader): void {
  do condition(reader);
  while (reader.takeKeyword('AND'));
}

function condition(reader: TokenReader): void {
  name(reader);
  if (reader.takeKeyword('IN')) {
    inList(reader);
    return;
  }
  const operator = reader.take('symbol', 'a comparison');
  if (!COMPARISONS.has(operator.text)) {
    throw new UnsafeStatementError('a comparison with a literal was expected', operator.position);
  }
  literal(reader);
}

function inList(reader: TokenReader): void {
  const start = reader.symbol('(');
  const count = list(reader, literal);
  if (count > MAX_IN_VALUES) {
    throw new UnsafeStatementError(`more than ${MAX_IN_VALUES} values in an IN list`, start.position);
  }
  reader.symbol(')');
}

function list(reader: TokenReader, item: (reader: TokenReader) => void): number {
  let count = 0;
  do {
    item(reader);
    count += 1;
  } while (reader.takeSymbol(','));
  return count;
}

function name(reader: TokenReader): void {
  const token = reader.take('word', 'a name');
  if (RESERVED.has(token.text.toUpperCase())) {
    throw new UnsafeStatementError(
      `${token.text.toUpperCase()} is not part of the safe subset here`,
      token.position
    );
  }
}

function literal(reader: TokenReader): void {
  const token = reader.next();
  if (token.kind === 'string' || token.kind === 'number' || token.kind === 'date') return;
  throw new UnsafeStatementError('a literal was expected', token.position);
}

/** Walks over the tokens of one statement. */
class TokenReader {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  next(): Token {
    const token = this.#peek();
    this.#index += 1;
    return token;
  }

  take(kind: Token['kind'], expected: string): Token {
    const token = this.next();
    if (token.kind !== kind) throw new UnsafeStatementError(`${expected} was expected`, token.position);
    return token;
  }

  keyword(word: string): void {
    const token = this.next();
    if (!isKeyword(token, word)) throw new UnsafeStatementError(`${word} was expected`, token.position);
  }

  takeKeyword(word: string): boolean {
    const found = isKeyword(this.#peek(), word);
    if (found) this.#index += 1;
    return found;
  }

  symbol(text: string): Token {
    const token = this.next();
    if (token.kind !== 'symbol' || token.text !== text) {
      throw new UnsafeStatementError(`${text} was expected`, token.position);
    }
    return token;
  }

  takeSymbol(text: string): boolean {
    const token = this.#peek();
    const found = token.kind === 'symbol' && token.text === text;
    if (found) this.#index += 1;
    return found;
  }

  end(): void {
    const token = this.next();
    if (token.kind !== 'end') throw new UnsafeStatementError('the end was expected', token.position);
  }

  #peek(): Token {
    const token = this.#tokens[this.#index] ?? this.#tokens.at(-1);
    if (token === undefined) throw new UnsafeStatementError('the statement is empty', 0);
    return token;
  }
}

function isKeyword(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toUpperCase() === word;
}
