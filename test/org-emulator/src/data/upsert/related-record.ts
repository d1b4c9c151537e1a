import { z } from 'zod';
import type { UserAccess } from '../../access/user-access.ts';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { DataServices } from '../data-services.ts';
import { readGivenValue } from '../values/given-value.ts';
import { isKeyField } from './external-id.ts';

const relatedRecord = z
  .object({ attributes: z.object({ type: z.string() }).optional() })
  .catchall(z.unknown());

/**
 * Id of the parent that a request names by an external id, such as `{ "Customer_No__c": "01-ABF" }`; null for
 * null. Throws INVALID_FIELD as the REST API does when there is none (REST API Developer Guide, "Insert or
 * Update (Upsert) a Record Using an External ID").
 */
export function findRelated(
  services: DataServices,
  access: UserAccess,
  lookup: FieldDefinition,
  given: unknown
): FieldValue {
  if (given === null) return null;
  const parsed = relatedRecord.safeParse(given);
  if (!parsed.success) throw refusal(lookup, `The value of ${lookup.relationshipName} is not an object`);
  const { attributes, ...keys } = parsed.data;
  const target = targetOf(services, lookup, attributes?.type);
  const [key, ...others] = Object.entries(keys);
  if (!key || others.length > 0) {
    const message = `The relationship ${lookup.relationshipName} needs exactly one external id field`;
    throw refusal(lookup, message);
  }
  return findByKey(services, access, lookup, target, key);
}

function targetOf({ schema }: DataServices, lookup: FieldDefinition, type?: string): ObjectDefinition {
  const names = lookup.referenceTo;
  const named =
    type === undefined ? names[0] : names.find((name) => name.toLowerCase() === type.toLowerCase());
  const target = schema.object(named ?? '');
  if (target) return target;
  throw refusal(lookup, `${type ?? ''} is not a type of the relationship ${lookup.relationshipName}`);
}

function findByKey(
  { database }: DataServices,
  access: UserAccess,
  lookup: FieldDefinition,
  target: ObjectDefinition,
  [name, given]: readonly [string, unknown]
): FieldValue {
  const field = target.field(name);
  if (!field || !isKeyField(field) || !access.canReadField(target, field)) {
    const message = `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${target.name}`;
    throw refusal(lookup, message);
  }
  const value = readGivenValue(field, given);
  const found = database.table(target).findByIndex(field.name, value) ?? [];
  if (found.length === 1) return found[0]?.Id ?? null;
  if (found.length === 0) {
    const message = `Foreign key external ID: ${String(value)} not found for field ${field.name} in entity ${target.name}`;
    throw refusal(lookup, message);
  }
  const message = `Foreign key external ID: ${String(value)} found more than once for field ${field.name} in entity ${target.name}`;
  throw new SalesforceError(400, 'DUPLICATE_EXTERNAL_ID', message, [lookup.name]);
}

function refusal({ name }: FieldDefinition, message: string): SalesforceError {
  return new SalesforceError(400, 'INVALID_FIELD', message, [name]);
}
