import type { FieldValues } from '../field-value.ts';
import type { FieldMap, MappingContent } from '../mapping-content.ts';
import { turn } from '../merge/carry.ts';
import type { MergeContext } from '../merge/merge-context.ts';
import { sideValues, type Side } from '../merge/side-values.ts';
import { isRefused } from '../transforms/turning.ts';
import { matchForm } from './match-form.ts';

/**
 * What a record of one side is found by on the other one: a text for each of the mapping's match keys, in their order, null
 * where the record lacks a part of it. Two records match by a key when both have the same text for it. For comparing only.
 */
export function matchValues(
  content: MappingContent,
  side: Side,
  values: FieldValues,
  context: MergeContext
): readonly (string | null)[] {
  const maps = new Map(content.fields.map((map) => [map.id, map]));
  return content.matchKeys.map((key) => {
    const parts = key.map((id) => partOf(maps.get(id), side, values, context));
    return parts.includes(null) ? null : parts.join('\u001f');
  });
}

/** Values of Sage are compared by what they are in Salesforce. */
function partOf(
  map: FieldMap | undefined,
  side: Side,
  record: FieldValues,
  context: MergeContext
): string | null {
  if (map === undefined) return null;
  const own = sideValues(map[side], record);
  const inSalesforce = side === 'sage' ? turn(map, 'sage', own, context) : own;
  return isRefused(inSalesforce) ? null : matchForm(map, inSalesforce, context);
}
