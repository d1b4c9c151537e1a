import { createHash } from 'node:crypto';
import type { FieldValues } from './field-value.ts';

// 132 of the 256 bits: two different records of a company share them with a chance that need not be reckoned with.
const CHARACTERS = 22;

/** A text of 22 characters that is the same for the same values, in whatever order they stand. */
export function digestOf(values: FieldValues): string {
  const entries = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, CHARACTERS);
}
