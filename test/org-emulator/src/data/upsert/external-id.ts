import type { UserAccess } from '../../access/user-access.ts';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';

/** Whether records can be named by a field: ids, external ids, and the user name of users. */
export function isKeyField(field: FieldDefinition): boolean {
  return field.externalId || field.type === 'id' || (field.name === 'Username' && field.unique);
}

/** The field that an upsert or a request by external id names. Throws NOT_FOUND for any other field. */
export function requireKeyField(
  access: UserAccess,
  object: ObjectDefinition,
  fieldName: string
): FieldDefinition {
  const field = object.field(fieldName);
  if (field && isKeyField(field) && access.canReadField(object, field)) return field;
  const message = `Provided external ID field does not exist or is not accessible: ${fieldName}`;
  throw new SalesforceError(404, 'NOT_FOUND', message);
}

/** Status 300: an external id that is not unique names several records. REST's body is their addresses. */
export class SeveralMatches extends SalesforceError {
  readonly object: ObjectDefinition;
  readonly ids: readonly string[];

  constructor(object: ObjectDefinition, field: FieldDefinition, ids: readonly string[]) {
    const message = `More than one record found for external id field: [${ids.join(', ')}]`;
    super(300, 'DUPLICATE_EXTERNAL_ID', message, [field.name]);
    this.object = object;
    this.ids = ids;
  }
}

/** Throws MISSING_ARGUMENT for an upsert whose record has no key. */
export function requireKey(field: FieldDefinition, value: FieldValue): void {
  if (value !== null) return;
  throw new SalesforceError(400, 'MISSING_ARGUMENT', `${field.name} not specified`, [field.name]);
}
