/** A Sage string column of at most `length` characters. A blank one reads as `''`, or as null where `blank` says so. */
export interface StringType {
  readonly kind: 'string';
  readonly length: number;
  readonly blank: 'empty' | 'null';
}

/** A Sage number column; it reads as a decimal string with exactly `scale` digits after the point. */
export interface DecimalType {
  readonly kind: 'decimal';
  readonly precision: number;
  readonly scale: number;
}

/** A Sage date column; it reads as `YYYY-MM-DD`, or null when blank. */
export interface DateType {
  readonly kind: 'date';
}

export type ColumnType = StringType | DecimalType | DateType;

/** The length of a text that has none in Sage: what ProvideX gives in one piece. Reading does not depend on it. */
export const LONG_TEXT = 2_048;

/** A string column that reads as `''` when Sage leaves it blank. */
export function string(length: number): StringType & { readonly blank: 'empty' } {
  return { kind: 'string', length, blank: 'empty' };
}

/** A string column that reads as null when Sage leaves it blank: a reference to another record, say. */
export function optionalString(length: number): StringType & { readonly blank: 'null' } {
  return { kind: 'string', length, blank: 'null' };
}

/** A number column with `precision` digits in all, `scale` of them after the point. */
export function decimal(precision: number, scale: number): DecimalType {
  return { kind: 'decimal', precision, scale };
}

/** A date column. */
export function date(): DateType {
  return { kind: 'date' };
}

/** What a column of type `T` reads as. */
export type ValueOf<T extends ColumnType> = T extends { readonly kind: 'string'; readonly blank: 'empty' }
  ? string
  : T extends DecimalType
    ? string
    : string | null;
