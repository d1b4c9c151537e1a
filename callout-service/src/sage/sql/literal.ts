import type { ColumnType } from '../catalogue/column-type.ts';

// Control characters can end a statement in a driver written in C, and a lone surrogate has no encoding that a
// driver could be given; neither occurs in a Sage key or name.
const REFUSED_CHARACTER = /[\p{Cc}\p{Cs}]/u;
const PLAIN_NUMBER = /^-?\d{1,20}(\.\d{1,10})?$/;
const CALENDAR_DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A value that cannot be written as a literal. It does not repeat the value, which may be personal data. */
export class UnsafeLiteralError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnsafeLiteralError';
  }
}

/** `value` as an SQL string literal, every quote in it doubled. Throws UnsafeLiteralError on control characters. */
function stringLiteral(value: string): string {
  if (REFUSED_CHARACTER.test(value)) {
    throw new UnsafeLiteralError('a control character or half a surrogate pair stands in a string literal');
  }
  return `'${value.replaceAll("'", "''")}'`;
}

/** A decimal string as a plain number literal: no sign but minus, no exponent. */
function numberLiteral(value: string): string {
  if (!PLAIN_NUMBER.test(value)) throw new UnsafeLiteralError('a number literal is not a plain decimal');
  return value;
}

/** A day `YYYY-MM-DD` as the ODBC escape `{d '…'}`. */
function dateLiteral(value: string): string {
  if (!CALENDAR_DAY.test(value)) throw new UnsafeLiteralError('a date literal is not of the form YYYY-MM-DD');
  return `{d '${value}'}`;
}

/** `value` as a literal of a column's type. */
export function literal(type: ColumnType, value: string): string {
  switch (type.kind) {
    case 'string':
      return stringLiteral(value);
    case 'decimal':
      return numberLiteral(value);
    case 'date':
      return dateLiteral(value);
  }
}
