import { notFound, SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldDefinition, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { recordRepresentation } from '../record-representation.ts';
import { queryParameter, type RestCall } from '../resource.ts';

/** A record with all fields that the user may see, or those that `fields` asks for. */
export function represent(
  call: RestCall,
  object: ObjectDefinition,
  record: RecordValues
): Record<string, unknown> {
  const { org, access, request, version } = call;
  const names = queryParameter(request, 'fields')?.split(',');
  const fields = names
    ? names.map((name) => visibleField(call, object, name.trim()))
    : object.fields.filter((field) => access.canReadField(object, field));
  return recordRepresentation(org.reader.forUser(access), version, object, record, fields);
}

/** The field of that name. Throws INVALID_FIELD when there is none or the user may not see it. */
export function visibleField({ access }: RestCall, object: ObjectDefinition, name: string): FieldDefinition {
  const field = object.field(name);
  if (field && access.canReadField(object, field)) return field;
  const message = `No such column '${name}' on sobject of type ${object.name}`;
  throw new SalesforceError(400, 'INVALID_FIELD', message);
}

/** The record of an id, unless it is deleted. Throws NOT_FOUND. */
export function liveRecord({ org }: RestCall, object: ObjectDefinition, id: string): RecordValues {
  const record = org.database.table(object).get(id);
  if (!record || record.IsDeleted === true) throw notFound();
  return record;
}

/** When a record changed last. */
export function lastChange({ SystemModstamp }: RecordValues): Date {
  return new Date(String(SystemModstamp ?? 0));
}
