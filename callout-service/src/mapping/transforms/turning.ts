import type { FieldValue } from '../field-value.ts';

/** Values of one field map on their way, in its order. */
export type Values = readonly FieldValue[];

/** Why a value cannot go to the other side, in one sentence, and what would be right. */
export interface Refusal {
  readonly value: FieldValue;
  readonly problem: string;
  readonly fix: string;
}

export function refusal(value: FieldValue, problem: string, fix: string): Refusal {
  return { value, problem, fix };
}

/** One value as it goes on, or why it does not. */
export type Turn = FieldValue | Refusal;

/** Several values as they go on, or why they do not. */
export type Turned = Values | Refusal;

export function isRefused(turned: Turn | Turned): turned is Refusal {
  return turned !== null && typeof turned === 'object' && 'problem' in turned;
}

/** Applies `turn` to the value at a place, or to every value without one. */
export function onEach(at: number | undefined, values: Values, turn: (value: FieldValue) => Turn): Turned {
  const turned: FieldValue[] = [];
  for (const [index, value] of values.entries()) {
    const result = at === undefined || at === index ? turn(value) : value;
    if (isRefused(result)) return result;
    turned.push(result);
  }
  return turned;
}

/** The same for texts: empty values stay empty, flags are refused nothing and go as `true` or `false`. */
export function onEachText(at: number | undefined, values: Values, turn: (text: string) => Turn): Turned {
  return onEach(at, values, (value) => {
    const text = textOf(value);
    return text === null ? null : turn(text);
  });
}

/** A value as text without spaces at its ends; null where nothing is left. */
export function textOf(value: FieldValue): string | null {
  if (typeof value === 'boolean') return String(value);
  const text = value?.trim() ?? '';
  return text === '' ? null : text;
}
