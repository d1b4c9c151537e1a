import type { UserAccess } from '../access/user-access.ts';
import { notSupported, SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { toFieldValue } from './field-value.ts';

/** Field values as a request gives them. */
export type RequestValues = Readonly<Record<string, unknown>>;

/**
 * The stored values of a request's fields, under the names of the schema. Refuses fields that do not exist
 * (or that the user may not see), and those that are read only, for everyone or for this user.
 */
export function readChanges(
  access: UserAccess,
  object: ObjectDefinition,
  values: RequestValues,
  operation: 'create' | 'update'
): Record<string, FieldValue> {
  const changes: Record<string, FieldValue> = {};
  for (const [name, given] of Object.entries(values)) {
    if (name === 'attributes') continue;
    const field = requireField(access, object, name);
    if (!isWritable(access, object, field, operation)) throw notWritable(field);
    changes[field.name] = toFieldValue(field, given);
  }
  return changes;
}

function requireField(access: UserAccess, object: ObjectDefinition, name: string): FieldDefinition {
  const field = object.field(name);
  if (field && access.canReadField(object, field)) return field;
  if (object.relationship(name)) throw notSupported(`setting the relationship ${name} by an external id`);
  throw new SalesforceError(
    400,
    'INVALID_FIELD',
    `No such column '${name}' on sobject of type ${object.name}`
  );
}

function isWritable(
  access: UserAccess,
  object: ObjectDefinition,
  field: FieldDefinition,
  operation: 'create' | 'update'
): boolean {
  const writable = operation === 'create' ? field.createable : field.updateable;
  return writable && access.canEditField(object, field);
}

function notWritable(field: FieldDefinition): SalesforceError {
  const message = `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
  return new SalesforceError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, [field.name]);
}
