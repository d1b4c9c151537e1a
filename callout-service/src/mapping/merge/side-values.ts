import type { FieldValues } from '../field-value.ts';
import type { FieldMap } from '../mapping-content.ts';
import type { FieldFacts } from '../schemas/field-facts.ts';
import type { Values } from '../transforms/turning.ts';
import type { MergeContext } from './merge-context.ts';

export type Side = 'sage' | 'salesforce';

export const otherSide = (side: Side): Side => (side === 'sage' ? 'salesforce' : 'sage');

/** A record's values of one field map, in its order; a field that the record has not is empty. */
export function sideValues(names: readonly string[], record: FieldValues | undefined): Values {
  return names.map((name) => record?.[name] ?? null);
}

/** What the fields of a field map take on one side, in its order. */
export function sideFacts(
  map: FieldMap,
  side: Side,
  { fields }: MergeContext
): readonly (FieldFacts | undefined)[] {
  return map[side].map((name) => fields[side].get(name));
}
