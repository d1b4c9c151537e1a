import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldDefinition, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import type { Database } from './database.ts';

/** Checks a whole record before it is stored: required fields, references, unique values. */
export function checkRecord(
  schema: Schema,
  database: Database,
  object: ObjectDefinition,
  record: RecordValues
): void {
  checkRequired(object, record);
  for (const field of object.fields) {
    if (field.type === 'reference') checkReference(schema, database, field, record);
    if (field.unique) checkUnique(database, object, field, record);
  }
}

function checkRequired(object: ObjectDefinition, record: RecordValues): void {
  const missing = object.fields
    .filter((field) => field.required && (record[field.name] ?? null) === null)
    .map((field) => field.name);
  if (missing.length === 0) return;
  const message = `Required fields are missing: [${missing.join(', ')}]`;
  throw new SalesforceError(400, 'REQUIRED_FIELD_MISSING', message, missing);
}

function checkReference(
  schema: Schema,
  database: Database,
  field: FieldDefinition,
  record: RecordValues
): void {
  const id = record[field.name];
  if (typeof id !== 'string') return;
  const target = schema.objectOfId(id);
  if (!target || !field.referenceTo.includes(target.name)) {
    const message = `${field.label}: id value of incorrect type: ${id}`;
    throw new SalesforceError(400, 'FIELD_INTEGRITY_EXCEPTION', message, [field.name]);
  }
  if (database.table(target).get(id)?.IsDeleted !== false) {
    throw new SalesforceError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
  }
}

function checkUnique(
  database: Database,
  object: ObjectDefinition,
  field: FieldDefinition,
  record: RecordValues
): void {
  const same = database.table(object).findByIndex(field.name, record[field.name] ?? null) ?? [];
  const other = same.find((each) => each.Id !== record.Id);
  if (!other) return;
  const message = `duplicate value found: ${field.name} duplicates value on record with id: ${String(other.Id)}`;
  throw new SalesforceError(400, 'DUPLICATE_VALUE', message, []);
}
