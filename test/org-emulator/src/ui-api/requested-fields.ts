import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';

/** Fields asked for of one object, and of the records that its lookups refer to. */
export interface RequestedFields {
  readonly object: ObjectDefinition;
  readonly names: Set<string>;
  readonly parents: Map<string, RequestedFields>;
}

/**
 * Reads `Account.Name,Account.Owner.Name` into a tree. A field that does not exist or that the user may not
 * see is an error among `fields`, and left out among `optionalFields` (UI API guide, "Get a Record").
 */
export function readRequestedFields(
  schema: Schema,
  access: UserAccess,
  object: ObjectDefinition,
  fields: readonly string[],
  optionalFields: readonly string[]
): RequestedFields {
  const root: RequestedFields = { object, names: new Set(), parents: new Map() };
  for (const path of fields) {
    if (!addPath(schema, access, root, path)) throw invalidField(path);
  }
  for (const path of optionalFields) addPath(schema, access, root, path);
  return root;
}

function addPath(schema: Schema, access: UserAccess, root: RequestedFields, path: string): boolean {
  const [objectName = '', ...names] = path.split('.');
  if (objectName.toLowerCase() !== root.object.name.toLowerCase()) return false;
  const fieldName = names.pop();
  if (fieldName === undefined) return false;
  let at = root;
  for (const name of names) {
    const lookup = at.object.relationship(name);
    const target = schema.object(lookup?.referenceTo[0] ?? '');
    const relationship = lookup?.relationshipName ?? '';
    if (!lookup || !target || !access.canReadField(at.object, lookup) || !access.can('read', target))
      return false;
    const parent = at.parents.get(relationship) ?? { object: target, names: new Set(), parents: new Map() };
    at.parents.set(relationship, parent);
    at = parent;
  }
  const field = at.object.field(fieldName);
  if (!field || !access.canReadField(at.object, field)) return false;
  at.names.add(field.name);
  return true;
}

function invalidField(path: string): SalesforceError {
  const names = path.split('.');
  const message = `No such column '${names.at(-1) ?? ''}' on entity '${names[0] ?? ''}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new SalesforceError(400, 'INVALID_FIELD', message);
}
