import type { FieldValue } from '../field-value.ts';
import type { FieldFacts } from '../schemas/field-facts.ts';
import type { Values } from '../transforms/turning.ts';
import { normalValue } from './normal-value.ts';

/** Whether two values of a field say the same, in whatever form. Unknown fields are text. */
export function sameValue(one: FieldValue, other: FieldValue, facts: FieldFacts | undefined): boolean {
  if (one === other) return true;
  const kind = facts?.kind ?? 'text';
  return normalValue(one, kind) === normalValue(other, kind);
}

/** The same of all fields of a field map, in its order. */
export function sameValues(one: Values, other: Values, facts: readonly (FieldFacts | undefined)[]): boolean {
  return (
    one.length === other.length &&
    one.every((value, index) => sameValue(value, other[index] ?? null, facts[index]))
  );
}

/**
 * Whether Sage has only put a text into capitals, as the masks of its columns do: what was written as `Main St` comes back
 * as `MAIN ST`, and nobody changed it.
 */
export function isCapitalised(
  written: Values,
  now: Values,
  facts: readonly (FieldFacts | undefined)[]
): boolean {
  const capitals = written.map((value) => (typeof value === 'string' ? value.toUpperCase() : value));
  return sameValues(capitals, now, facts);
}

/** Whether nothing is there, in any of the fields; a flag is never nothing. */
export function areEmpty(values: Values): boolean {
  return values.every((value) => normalValue(value, 'text') === null);
}
