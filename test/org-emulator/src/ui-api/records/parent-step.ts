import type { UserAccess } from '../../access/user-access.ts';
import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';

/** The way from a record to the record that a lookup of it leads to. */
export interface ParentStep {
  readonly lookup: FieldDefinition;
  /** Name of the relationship, such as `Owner`. */
  readonly relationship: string;
  readonly target: ObjectDefinition;
}

/** The step of that relationship name, if the user may see both the lookup and what it leads to. */
export function parentStep(
  { schema, access }: { readonly schema: Schema; readonly access: UserAccess },
  object: ObjectDefinition,
  name: string
): ParentStep | undefined {
  const lookup = object.relationship(name);
  if (!lookup || !access.canReadField(object, lookup)) return undefined;
  const target = schema.object(lookup.referenceTo[0] ?? '');
  if (!target || !access.can('read', target)) return undefined;
  return { lookup, relationship: lookup.relationshipName ?? name, target };
}
