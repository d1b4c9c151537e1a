import { Decimal } from 'decimal.js';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { BoiValue } from './protocol.ts';

/**
 * The double that a plain decimal text is sent as: Business Object Interface calls take no decimals. Throws a RangeError
 * for a text that would arrive as another number, which needs more than 15 digits.
 */
export function sentDouble(text: string): number {
  const double = Number(text);
  if (!Number.isFinite(double) || !new Decimal(double).equals(text)) {
    throw new RangeError('a number has more digits than a double holds');
  }
  return double;
}

/** A text that came by reference. */
export function textGiven(value: BoiValue | undefined, name: string): string {
  if (typeof value === 'string') return value;
  throw noSuchAnswer('text', name);
}

/** A number that came by reference, as the shortest decimal number that its double stands for. */
export function numberGiven(value: BoiValue | undefined, name: string): Decimal {
  if (typeof value === 'number') return new Decimal(value);
  throw noSuchAnswer('number', name);
}

function noSuchAnswer(wanted: string, name: string): LedgerBridgeError {
  return new LedgerBridgeError('LB524', { detail: `The bridge gave no ${wanted} for ${name}.` });
}
