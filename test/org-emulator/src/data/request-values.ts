import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { DataServices } from './data-services.ts';
import { findRelated } from './upsert/related-record.ts';
import { readGivenValue } from './values/given-value.ts';

/** Field values as a request gives them. */
export type RequestValues = Readonly<Record<string, unknown>>;

/** A request to write, as far as its values are concerned. */
export interface ValuesRequest {
  readonly access: UserAccess;
  readonly object: ObjectDefinition;
  readonly values: RequestValues;
  readonly operation: 'create' | 'update';
}

const auditFields: ReadonlySet<string> = new Set([
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate'
]);

/**
 * The stored values of a request's fields, under the names of the schema. Refuses fields that do not exist
 * (or that the user may not see), and those that are read only, for everyone or for this user. A parent may be
 * given by an external id of its own: `"Account": { "Customer_No__c": "01-ABF" }`.
 */
export function readChanges(services: DataServices, request: ValuesRequest): Record<string, FieldValue> {
  const changes: Record<string, FieldValue> = {};
  for (const [name, given] of Object.entries(request.values)) {
    if (name === 'attributes') continue;
    const field = visibleField(request, name);
    if (field) {
      if (field.type === 'id') refuseId(request, given);
      else changes[field.name] = readGivenValue(requireWritable(request, field), given);
      continue;
    }
    const lookup = request.object.relationship(name);
    if (!lookup) throw noSuchColumn(request.object, name);
    refuseTwice(request, name, lookup);
    changes[requireWritable(request, lookup).name] = findRelated(services, request.access, lookup, given);
  }
  return changes;
}

function visibleField({ access, object }: ValuesRequest, name: string): FieldDefinition | undefined {
  const field = object.field(name);
  return field && access.canReadField(object, field) ? field : undefined;
}

/** A field that does not exist, or that the user may not see. */
export function noSuchColumn(object: ObjectDefinition, name: string): SalesforceError {
  const message = `No such column '${name}' on sobject of type ${object.name}`;
  return new SalesforceError(400, 'INVALID_FIELD', message);
}

/** An empty Id is what Bulk clients send beside the external id of an upsert. */
function refuseId({ operation }: ValuesRequest, given: unknown): void {
  if (given === null || given === '') return;
  if (operation === 'create') {
    const message = 'cannot specify Id in an insert call';
    throw new SalesforceError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, ['Id']);
  }
  throw notInBody('Id');
}

/** The refusal of a key that stands in the body as well as in the address. */
export function notInBody(fieldName: string): SalesforceError {
  const message = `The ${fieldName} field should not be specified in the sobject data.`;
  return new SalesforceError(400, 'INVALID_FIELD', message);
}

function refuseTwice({ values }: ValuesRequest, name: string, lookup: FieldDefinition): void {
  if (!Object.keys(values).some((other) => other.toLowerCase() === lookup.name.toLowerCase())) return;
  const message = `Cannot specify both an external ID reference ${name} and a salesforce id, ${lookup.name}`;
  throw new SalesforceError(400, 'INVALID_FIELD', message, [lookup.name]);
}

function requireWritable(request: ValuesRequest, field: FieldDefinition): FieldDefinition {
  if (isWritable(request, field)) return field;
  const message = `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
  throw new SalesforceError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, [field.name]);
}

/** With "Set Audit Fields upon Record Creation" a user may say who made and changed a new record, and when. */
function isWritable({ access, object, operation }: ValuesRequest, field: FieldDefinition): boolean {
  if (canBeWritten(field, operation)) return access.canEditField(object, field);
  const isAudit = operation === 'create' && auditFields.has(field.name);
  return isAudit && access.hasUserPermission('CreateAuditFields');
}

/** Whether anyone may write the field at all. */
function canBeWritten(field: FieldDefinition, operation: 'create' | 'update'): boolean {
  if (field.formula ?? field.summary ?? field.autoNumber) return false;
  return operation === 'create' ? field.createable : field.updateable;
}
