import type { FieldValue, FieldValues } from '../field-value.ts';
import type { MappingContent } from '../mapping-content.ts';
import { mergeField, type FieldMerge } from './merge-field.ts';
import type { MergeContext } from './merge-context.ts';
import type { Agreed, FieldDecision, MergeInput, MergeResult } from './merge.ts';

/**
 * Decides field map by field map what is to be written where, so that a record is the same on both sides. Without
 * Salesforce's record and without agreed values everything goes to Salesforce, empty values too: so are a mirror's values
 * made. Without Sage's record everything but empty values goes to Sage, which then fills in its own defaults.
 *
 * Pure and without a memory: the same record gives the same result, and once that is written, nothing to do.
 */
export function mergeRecord(content: MappingContent, input: MergeInput, context: MergeContext): MergeResult {
  const merged = content.fields.map((map) => mergeField(content, map, input, context));
  return {
    toSalesforce: writesOf(merged, 'to-salesforce'),
    toSage: writesOf(merged, 'to-sage'),
    agreed: agreedOf(merged),
    decisions: merged.map(({ decision }) => decision),
    faults: merged.flatMap(({ fault }) => fault ?? [])
  };
}

function writesOf(merged: readonly FieldMerge[], outcome: FieldDecision['outcome']): FieldValues {
  const going = merged.filter(({ decision }) => decision.outcome === outcome);
  return Object.fromEntries(
    going.flatMap(({ writes }) => writes.map(([name, value]): [string, FieldValue] => [name, value]))
  );
}

function agreedOf(merged: readonly FieldMerge[]): Agreed {
  return Object.fromEntries(
    merged.flatMap(({ decision, agreed }) => (agreed === undefined ? [] : [[decision.id, agreed] as const]))
  );
}
