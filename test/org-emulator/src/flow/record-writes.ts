import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { areEqual } from './comparison.ts';
import { FlowFault } from './flow-fault.ts';
import { fieldOf, type FlowRecord, type FlowValue, isSingle, keyOf, single } from './flow-value.ts';
import type { Interview } from './interview.ts';

/** The object of a record. Throws FlowFault where the local org has none of that name. */
export function objectOf(interview: Interview, objectName: string): ObjectDefinition {
  const object = interview.services.schema.object(objectName);
  if (!object) throw new FlowFault(`The object ${objectName} does not exist.`);
  return object;
}

/** Id of a record, or undefined where it has none. */
export function idOf(record: FlowRecord): string | undefined {
  const id = keyOf(record, 'Id') === undefined ? null : fieldOf(record, 'Id');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Creates a record from the fields it was given, and answers its id. Read-only fields are left out. */
export function createRecord(interview: Interview, record: FlowRecord): string {
  const object = objectOf(interview, record.objectName);
  if (idOf(record) !== undefined) {
    const message = 'cannot specify Id in an insert call';
    throw new SalesforceError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, ['Id']);
  }
  const values = writable(object, record, ({ createable }) => createable);
  return interview.services.dml.insert(interview.access, object, values);
}

/** Updates a record by its id, with the fields that differ from those stored. */
export function updateRecord(interview: Interview, record: FlowRecord): void {
  const object = objectOf(interview, record.objectName);
  const id = idOf(record);
  if (id === undefined) {
    throw new SalesforceError(400, 'MISSING_ARGUMENT', 'Id not specified in an update call', ['Id']);
  }
  const stored = interview.services.database.table(object).get(id);
  const given = writable(object, record, ({ updateable }) => updateable);
  const changed = Object.entries(given).filter(
    ([name, value]) => !stored || !areEqual(value, stored[name] ?? null)
  );
  interview.services.dml.update(interview.access, object, id, Object.fromEntries(changed));
}

/** Updates the record whose id or external id field has the record's value, or creates it. Answers its id. */
export function upsertRecord(interview: Interview, record: FlowRecord, keyField: string): string {
  const object = objectOf(interview, record.objectName);
  const key = keyOf(record, keyField) === undefined ? null : single(fieldOf(record, keyField), keyField);
  if (key === null || key === '') return createRecord(interview, record);
  if (keyField === 'Id') {
    updateRecord(interview, record);
    return String(key);
  }
  const { [keyField]: _key, ...values } = writable(object, record, ({ createable }) => createable);
  return interview.services.dml.upsert(interview.access, object, { field: keyField, value: key }, values).id;
}

/** Deletes a record by its id. */
export function deleteRecord(interview: Interview, record: FlowRecord): void {
  const object = objectOf(interview, record.objectName);
  interview.services.dml.delete(interview.access, object, idOf(record) ?? '');
}

function writable(
  object: ObjectDefinition,
  record: FlowRecord,
  may: (field: FieldDefinition) => boolean
): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(record.fields)) {
    const field = object.field(name);
    if (field?.type === 'id') continue;
    if (!field && isSingle(value)) values[name] = value;
    if (field && may(field)) values[field.name] = forField(name, value);
  }
  return values;
}

function forField(name: string, value: FlowValue): FieldValue {
  return single(value, name);
}
