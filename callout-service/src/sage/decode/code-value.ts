/** A code that the file layouts do not list. It names the column, never the code. */
export class UnknownCodeError extends Error {
  constructor(column: string) {
    super(`${column} holds a code that this release does not know`);
    this.name = 'UnknownCodeError';
  }
}

/** Codes of a column with their meaning, blank among them where Sage has a default for it. */
export type CodeValues<T> = ReadonlyMap<string, T>;

/** Declares the codes of a column, as `codeValues('AR_Customer.CustomerStatus', { '': 'active', A: 'active' })`. */
export function codeValues<const T>(
  column: string,
  meanings: Readonly<Record<string, T>>
): (code: string | null) => T {
  const values: CodeValues<T> = new Map(Object.entries(meanings));
  return (code) => {
    const value = values.get(code ?? '');
    if (value === undefined) throw new UnknownCodeError(column);
    return value;
  };
}

/** A flag of Sage: Y, or anything else for no. */
export function flag(value: string | null): boolean {
  return value === 'Y';
}
