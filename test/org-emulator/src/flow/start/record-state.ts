import { areEqual } from '../comparison.ts';
import { keyOf } from '../flow-value.ts';
import type { TriggeringRecord } from '../interview.ts';

/** Whether the save changes a field; never for a new record, as with ISCHANGED. */
export function hasChanged({ record, prior }: TriggeringRecord, field: string): boolean {
  if (prior === null) return false;
  return !areEqual(valueOf(record.fields, keyOf(record, field)), valueOf(prior.fields, keyOf(prior, field)));
}

function valueOf<T>(fields: Readonly<Record<string, T>>, key: string | undefined): T | null {
  return key === undefined ? null : (fields[key] ?? null);
}
