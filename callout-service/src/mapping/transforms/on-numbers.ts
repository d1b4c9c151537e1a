import type { Decimal } from 'decimal.js';
import { decimalOf, plainDecimal } from '../values/decimal.ts';
import { onEachText, refusal, type Turned, type Values } from './turning.ts';

/** Applies `turn` to the number at a place, or to every value without one; empty ones stay empty. */
export function onNumbers(
  at: number | undefined,
  values: Values,
  turn: (number: Decimal) => Decimal
): Turned {
  return onEachText(at, values, (text) => {
    const number = decimalOf(text);
    if (number === undefined) return refusal(text, 'It is no number.', 'Write it as 12.50.');
    return plainDecimal(turn(number));
  });
}
