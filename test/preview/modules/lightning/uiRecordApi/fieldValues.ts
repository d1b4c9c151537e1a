import { fieldPath, isRecord } from './recordRepresentation';
import type { FieldId, FieldValue, RecordRepresentation } from './recordRepresentation';

/** A field's value; undefined when the record or the field is not there. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldId): unknown {
  return fieldAt(record, field)?.value;
}

/** A field's value as the user reads it, formatted for the user's locale by the org. */
export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldId
): string | null | undefined {
  return fieldAt(record, field)?.displayValue;
}

function fieldAt(record: RecordRepresentation | undefined, field: FieldId): FieldValue | undefined {
  let node: FieldValue | undefined = record && { value: record, displayValue: null };
  for (const name of fieldPath(field)) node = isRecord(node?.value) ? node.value.fields[name] : undefined;
  return node;
}
