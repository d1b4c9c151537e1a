import { addressValue } from '../data/compound-value.ts';
import type { FieldReader } from '../data/record-reader.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';

/** A value as REST writes it: date-times with `+0000` instead of `Z`. */
export function restValue(field: FieldDefinition, value: FieldValue): FieldValue {
  return field.type === 'datetime' && typeof value === 'string' ? value.replace(/Z$/, '+0000') : value;
}

/** `attributes` of a record. */
export function recordAttributes(version: string, object: ObjectDefinition, id: FieldValue) {
  return { type: object.name, url: `/services/data/${version}/sobjects/${object.name}/${String(id)}` };
}

/** A field of a record as REST writes it; an address as an object of its parts, or null when all are empty. */
export function fieldRepresentation(
  reader: FieldReader,
  object: ObjectDefinition,
  record: RecordValues,
  field: FieldDefinition
): unknown {
  if (field.type === 'address') return addressValue(field, record);
  return restValue(field, reader.value(object, record, field));
}

/** One record with the given fields. */
export function recordRepresentation(
  reader: FieldReader,
  version: string,
  object: ObjectDefinition,
  record: RecordValues,
  fields: readonly FieldDefinition[]
): Record<string, unknown> {
  return {
    attributes: recordAttributes(version, object, record.Id ?? null),
    ...Object.fromEntries(
      fields.map((field) => [field.name, fieldRepresentation(reader, object, record, field)])
    )
  };
}
