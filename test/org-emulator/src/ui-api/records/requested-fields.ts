import type { UserAccess } from '../../access/user-access.ts';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import type { UiCall } from '../answers.ts';
import { parentStep } from './parent-step.ts';

/** Fields asked for of one object, and of the records that its lookups refer to. */
export interface RequestedFields {
  readonly object: ObjectDefinition;
  readonly names: Set<string>;
  readonly parents: Map<string, RequestedFields>;
}

/** No field yet. */
export function noFields(object: ObjectDefinition): RequestedFields {
  return { object, names: new Set(), parents: new Map() };
}

/**
 * Reads `Account.Name,Account.Owner.Name` into a tree. A field that does not exist or that the user may not
 * see is an error among `fields`, and left out among `optionalFields` (UI API guide, "Get a Record").
 */
export function readRequestedFields(
  { org: { schema }, access }: UiCall,
  object: ObjectDefinition,
  fields: readonly string[],
  optionalFields: readonly string[]
): RequestedFields {
  const root = noFields(object);
  for (const path of fields) {
    if (!addPath(schema, access, root, path)) throw invalidField(path);
  }
  for (const path of optionalFields) addPath(schema, access, root, path);
  return root;
}

/** `Contact.Name` of `Name`: lists take names without their object too. */
export function qualified({ name }: ObjectDefinition, path: string): string {
  return path.toLowerCase().startsWith(`${name.toLowerCase()}.`) ? path : `${name}.${path}`;
}

function addPath(schema: Schema, access: UserAccess, root: RequestedFields, path: string): boolean {
  const [objectName = '', ...names] = path.split('.');
  const fieldName = names.pop();
  if (fieldName === undefined || objectName.toLowerCase() !== root.object.name.toLowerCase()) return false;
  let at: RequestedFields | undefined = root;
  for (const name of names) at = at && parentOf(schema, access, at, name);
  const field = at?.object.field(fieldName);
  if (!at || !field || !access.canReadField(at.object, field)) return false;
  at.names.add(field.name);
  return true;
}

/** The parent of that relationship, if the user may see it. */
function parentOf(
  schema: Schema,
  access: UserAccess,
  at: RequestedFields,
  name: string
): RequestedFields | undefined {
  const step = parentStep({ schema, access }, at.object, name);
  if (!step) return undefined;
  const parent = at.parents.get(step.relationship) ?? noFields(step.target);
  at.parents.set(step.relationship, parent);
  return parent;
}

function invalidField(path: string): SalesforceError {
  const names = path.split('.');
  const message = `No such column '${names.at(-1) ?? ''}' on entity '${names[0] ?? ''}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
  return new SalesforceError(400, 'INVALID_FIELD', message);
}
