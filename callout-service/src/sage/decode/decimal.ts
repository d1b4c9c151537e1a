import { Decimal } from 'decimal.js';
import type { DecimalType } from '../catalogue/column-type.ts';
import type { Cell } from '../odbc/protocol.ts';
import { UndecodableValueError } from './undecodable-value.ts';

// A double holds any decimal of 15 significant digits (IEEE 754: DBL_DIG), not every one of 16.
const EXACT_DIGITS_OF_A_DOUBLE = 15;
// Remainders of binary arithmetic lie far below this share of the last digit; a true further digit does not.
const NOISE = new Decimal('1e-5');
const PLAIN = /^(-?)(\d{1,20})(?:\.(\d+))?$/;

/**
 * A number column as an exact decimal string with the column's scale. Drivers give strings (SQLite's; digits of a
 * BIGINT) or doubles (all that report SQL_DECIMAL, through node-odbc). Binary noise is rounded away; a value that has more digits
 * than the column, or more than a double can carry, is refused. NULL reads as zero: Sage has no null numbers, a driver
 * gives NULL where an older record lacks the column.
 */
export function decodeDecimal(value: Cell, type: DecimalType): string {
  if (value === null) return new Decimal(0).toFixed(type.scale);
  if (typeof value === 'string') return fromString(value.trim(), type);
  return fromDouble(value, type);
}

function fromString(value: string, type: DecimalType): string {
  const [, minus, whole, fraction = ''] = PLAIN.exec(value) ?? [];
  if (whole === undefined || fraction.length > type.scale) return fromUnusualString(value, type);
  const digits = whole.replace(/^0+(?=\d)/, '');
  const padded = type.scale === 0 ? digits : `${digits}.${fraction.padEnd(type.scale, '0')}`;
  return minus === '-' && /[1-9]/.test(padded) ? `-${padded}` : padded;
}

function fromUnusualString(value: string, type: DecimalType): string {
  if (value === '') return new Decimal(0).toFixed(type.scale);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(value)) throw refusal(type);
  return rounded(new Decimal(value.replace(/^\+/, '')), type);
}

function fromDouble(value: number, type: DecimalType): string {
  if (!Number.isFinite(value)) throw refusal(type);
  if (Math.abs(value) >= 10 ** (EXACT_DIGITS_OF_A_DOUBLE - type.scale)) throw refusal(type);
  return rounded(new Decimal(value.toPrecision(EXACT_DIGITS_OF_A_DOUBLE)), type);
}

function rounded(value: Decimal, type: DecimalType): string {
  const nearest = value.toDecimalPlaces(type.scale, Decimal.ROUND_HALF_EVEN);
  const lastDigit = new Decimal(10).pow(-type.scale);
  if (value.minus(nearest).abs().greaterThan(lastDigit.times(NOISE))) throw refusal(type);
  return nearest.isZero() ? new Decimal(0).toFixed(type.scale) : nearest.toFixed(type.scale);
}

function refusal(type: DecimalType): UndecodableValueError {
  return new UndecodableValueError(`an exact decimal(${type.precision},${type.scale})`);
}
