import { UnsafeStatementError, type Token } from './tokenizer.ts';

/** Walks over the tokens of one statement. What it does not expect it refuses with UnsafeStatementError. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  next(): Token {
    const token = this.#at(this.#index);
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
    return this.#takeIf(isKeyword(this.#at(this.#index), word));
  }

  /** Takes a word that is written exactly so and stands right before what follows, without a blank. */
  takePrefix(word: string): boolean {
    const token = this.#at(this.#index);
    const follower = this.#at(this.#index + 1);
    const isPrefix =
      token.kind === 'word' && token.text === word && follower.position === token.position + word.length;
    return this.#takeIf(isPrefix);
  }

  symbol(text: string): Token {
    const token = this.next();
    if (!isSymbol(token, text)) throw new UnsafeStatementError(`${text} was expected`, token.position);
    return token;
  }

  takeSymbol(text: string): boolean {
    return this.#takeIf(isSymbol(this.#at(this.#index), text));
  }

  end(): void {
    const token = this.next();
    if (token.kind !== 'end') throw new UnsafeStatementError('the end was expected', token.position);
  }

  #takeIf(condition: boolean): boolean {
    if (condition) this.#index += 1;
    return condition;
  }

  #at(index: number): Token {
    const token = this.#tokens[index] ?? this.#tokens.at(-1);
    if (token === undefined) throw new UnsafeStatementError('the statement is empty', 0);
    return token;
  }
}

function isKeyword(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toUpperCase() === word.toUpperCase();
}

function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text;
}
