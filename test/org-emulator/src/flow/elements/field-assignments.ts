import { z } from 'zod';
import { ignored, text } from '../../metadata/xml.ts';
import type { FlowLoadContext } from '../flow-element.ts';
import { type FlowRecord, referencesOf, valueSchema, withField } from '../flow-value.ts';
import type { Interview } from '../interview.ts';

/** `<inputAssignments>` of an element that writes records: field and value. */
export const fieldAssignments = z
  .array(
    z.strictObject({
      field: text,
      value: valueSchema.optional(),
      processMetadataValues: ignored
    })
  )
  .default([]);
type FieldAssignments = z.infer<typeof fieldAssignments>;

/** Resources that the values read. */
export function assignmentReferences(assignments: FieldAssignments): string[] {
  return assignments.flatMap(({ value }) => referencesOf(value));
}

/** The record with its fields set as the element says. */
export function withAssignments(
  record: FlowRecord,
  assignments: FieldAssignments,
  interview: Interview
): FlowRecord {
  return assignments.reduce((made, { field, value }) => {
    return withField(made, field, value ? interview.evaluate(value) : null);
  }, record);
}

/** Fields that the object does not have; the object itself where it is missing. */
export function assignmentProblems(
  objectName: string | undefined,
  assignments: FieldAssignments,
  { schema }: FlowLoadContext
): string[] {
  if (objectName === undefined) return [];
  const object = schema.object(objectName);
  if (!object) return [`the object ${objectName} does not exist`];
  const missing = assignments.filter(({ field }) => !object.field(field));
  return missing.map(({ field }) => `the field ${object.name}.${field} does not exist`);
}
