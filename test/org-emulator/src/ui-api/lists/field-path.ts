import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { UiCall } from '../answers.ts';
import { parentStep } from '../records/parent-step.ts';

/** A field reached from an object, such as `Owner.Alias`, and the lookup that leads to it. */
export interface FieldPath {
  /** As queries write it. */
  readonly path: string;
  readonly field: FieldDefinition;
  /** The lookup of the first step; undefined for a field of the object itself. */
  readonly lookup: FieldDefinition | undefined;
}

/** The field behind a path, if the user may see it. The object's own name may stand before it. */
export function findFieldPath(call: UiCall, object: ObjectDefinition, path: string): FieldPath | undefined {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return ownField(call, object, first);
  if (first.toLowerCase() === object.name.toLowerCase()) return findFieldPath(call, object, rest.join('.'));
  const step = parentStep({ schema: call.org.schema, access: call.access }, object, first);
  const found = step && findFieldPath(call, step.target, rest.join('.'));
  return found && { path: `${step.relationship}.${found.path}`, field: found.field, lookup: step.lookup };
}

function ownField({ access }: UiCall, object: ObjectDefinition, name: string): FieldPath | undefined {
  const field = object.field(name);
  if (!field || !access.canReadField(object, field)) return undefined;
  return { path: field.name, field, lookup: undefined };
}

/** What lists show of a field: of a lookup the name of the record that it leads to. */
export function shownPath(call: UiCall, object: ObjectDefinition, path: string): FieldPath | undefined {
  const found = findFieldPath(call, object, path);
  if (found?.field.type !== 'reference' || found.lookup) return found;
  const { relationshipName, referenceTo } = found.field;
  const name = call.org.schema.object(referenceTo[0] ?? '')?.nameField?.name ?? 'Id';
  return relationshipName === null ? found : findFieldPath(call, object, `${relationshipName}.${name}`);
}
