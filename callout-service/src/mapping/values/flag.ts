import type { FieldValue } from '../field-value.ts';

const TRUE: ReadonlySet<string> = new Set(['true', 'y', 'yes', '1']);
const FALSE: ReadonlySet<string> = new Set(['false', 'n', 'no', '0', '']);

/** A value as a flag: Y and N of Sage's flags too, empty as false, since neither system has a third one. Undefined for others. */
export function asFlag(value: FieldValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = (value ?? '').trim().toLowerCase();
  if (TRUE.has(text)) return true;
  return FALSE.has(text) ? false : undefined;
}
