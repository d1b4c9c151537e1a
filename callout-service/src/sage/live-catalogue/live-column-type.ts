import { date, decimal, optionalString, type ColumnType } from '../catalogue/column-type.ts';

/** What SQLColumns says of a column's type. */
export interface DescribedType {
  /** DATA_TYPE, a concise SQL type of ODBC. */
  readonly sqlType: number;
  readonly typeName: string;
  /** COLUMN_SIZE: characters of a text, digits of a number; 0 or less where there is none. */
  readonly size: number;
  /** DECIMAL_DIGITS. */
  readonly digits: number;
}

/** Length of a text without one: the most that ODBC can describe. */
const UNLIMITED = 2_147_483_647;
// A double holds 15 digits exactly, and no number of Sage has more than six behind the point.
const DOUBLE = decimal(15, 6);

const TEXT_TYPES = new Set([1, 12, -8, -9]);
const LONG_TEXT_TYPES = new Set([-1, -10]);
type TypeOf = (described: DescribedType) => ColumnType;

// Concise types of ODBC that are neither texts nor declared with a precision in their name.
const OTHER_TYPES = new Map<number, TypeOf>([
  ...[2, 3].map((exact) => [exact, ({ size, digits }: DescribedType) => decimal(size, digits)] as const),
  ...[4, 5, -5, -6].map((whole) => [whole, ({ size }: DescribedType) => decimal(size, 0)] as const),
  ...[6, 7, 8].map((double) => [double, () => DOUBLE] as const),
  ...[9, 91, 11, 93].map((day) => [day, () => date()] as const)
]);

const DECLARED_DECIMAL = /^\s*(?:decimal|numeric)\s*\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)/i;
const TEXT_NAME = /char|text/i;

/**
 * The type of a column, or null for one that this service does not read. A name with precision and scale in it, as
 * `DECIMAL(13,2)`, goes before the type code: SQLite's driver gives the one and calls the column a text.
 */
export function liveColumnType(described: DescribedType): ColumnType | null {
  const { sqlType, typeName, size } = described;
  const declared = DECLARED_DECIMAL.exec(typeName);
  if (declared !== null) return decimal(Number(declared[1]), Number(declared[2] ?? 0));
  if (TEXT_TYPES.has(sqlType)) return textType(typeName, size);
  if (LONG_TEXT_TYPES.has(sqlType)) return optionalString(size > 0 ? size : UNLIMITED);
  return OTHER_TYPES.get(sqlType)?.(described) ?? null;
}

// SQLite's driver calls every type that it does not know a text without a length.
function textType(typeName: string, size: number): ColumnType | null {
  if (size > 0) return optionalString(size);
  return TEXT_NAME.test(typeName) ? optionalString(UNLIMITED) : null;
}
