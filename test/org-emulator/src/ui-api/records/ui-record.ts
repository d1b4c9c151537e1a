import { addressValue } from '../../data/compound-value.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { eTagOf, type UiCall } from '../answers.ts';
import { displayValue } from '../display-value.ts';
import {
  masterRecordTypeId,
  recordTypeIdOf,
  type RecordTypeInfo,
  recordTypeInfos
} from '../record-type-info.ts';
import type { RequestedFields } from './requested-fields.ts';

/** A record as the UI API writes it (User Interface API Developer Guide, "Record"). */
export interface UiRecord {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, unknown>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, UiFieldValue>>;
  readonly id: string | null;
  readonly lastModifiedById: FieldValue;
  readonly lastModifiedDate: FieldValue;
  readonly recordTypeId: FieldValue;
  readonly recordTypeInfo: RecordTypeInfo | null;
  readonly systemModstamp: FieldValue;
  readonly weakEtag: number;
}

/** A field's value with the text that pages show; a parent record for a relationship; an address by its parts. */
export interface UiFieldValue {
  readonly displayValue: string | null;
  readonly value: FieldValue | UiRecord | Readonly<Record<string, FieldValue>>;
}

/** Writes a record with the fields asked for, parents nested. A record that is not stored yet has no id. */
export function uiRecord(
  call: UiCall,
  record: RecordValues,
  requested: RequestedFields,
  childRelationships: Readonly<Record<string, unknown>> = {}
): UiRecord {
  const { object } = requested;
  const fields = uiFields(call, record, requested);
  const recordTypeId = recordTypeIdOf(object, record);
  return {
    apiName: object.name,
    childRelationships,
    eTag: eTagOf([record.SystemModstamp, fields, childRelationships]),
    fields,
    id: typeof record.Id === 'string' ? record.Id : null,
    lastModifiedById: record.LastModifiedById ?? null,
    lastModifiedDate: record.LastModifiedDate ?? null,
    recordTypeId,
    recordTypeInfo: recordTypeInfoOf(call, object, recordTypeId),
    systemModstamp: record.SystemModstamp ?? null,
    weakEtag: Date.parse(String(record.SystemModstamp)) || 0
  };
}

/** The fields asked for, by name in the order of the alphabet. */
export function uiFields(
  call: UiCall,
  record: RecordValues,
  requested: RequestedFields
): Record<string, UiFieldValue> {
  const fields = new Map<string, UiFieldValue>();
  for (const name of requested.names) {
    const field = requested.object.field(name);
    if (field) fields.set(name, fieldValue(call, requested.object, record, field));
  }
  for (const [relationship, parent] of requested.parents) {
    fields.set(relationship, parentValue(call, record, requested, relationship, parent));
  }
  return Object.fromEntries([...fields].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function fieldValue(
  { org, access }: UiCall,
  object: ObjectDefinition,
  record: RecordValues,
  field: FieldDefinition
): UiFieldValue {
  if (field.type === 'address') return { displayValue: null, value: addressValue(field, record) };
  const value = org.reader.forUser(access).value(object, record, field);
  return { displayValue: displayValue(field, value, access.user), value };
}

function recordTypeInfoOf(call: UiCall, object: ObjectDefinition, id: FieldValue): RecordTypeInfo | null {
  if (typeof id !== 'string' || id === masterRecordTypeId) return null;
  return recordTypeInfos(call, object)[id] ?? null;
}

function parentValue(
  call: UiCall,
  record: RecordValues,
  requested: RequestedFields,
  relationship: string,
  parent: RequestedFields
): UiFieldValue {
  const lookup = requested.object.relationship(relationship);
  const id = lookup ? record[lookup.name] : null;
  const found = typeof id === 'string' ? call.org.database.table(parent.object).get(id) : undefined;
  if (!found) return { displayValue: null, value: null };
  const name = found[parent.object.nameField?.name ?? 'Id'];
  return { displayValue: String(name), value: uiRecord(call, found, parent) };
}
