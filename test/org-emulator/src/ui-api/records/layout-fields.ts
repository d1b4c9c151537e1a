import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { illegalParameter, type UiCall } from '../answers.ts';
import { qualified, readRequestedFields, type RequestedFields } from './requested-fields.ts';

/** Which of an object's fields a layout shows. Page layouts are not modelled: a full one shows all. */
export type LayoutType = 'Compact' | 'Full';
export type LayoutMode = 'Create' | 'Edit' | 'View';

/** Fields that no layout can hold. */
const neverOnLayouts = [
  'IsDeleted',
  'MasterRecordId',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate'
];

/** Reads `layoutTypes`; throws for a name that is none. */
export function layoutTypesOf(names: readonly string[]): LayoutType[] {
  return names.map((name) => {
    if (name === 'Compact' || name === 'Full') return name;
    throw illegalParameter(`${name} isn't a valid layout type. Valid are Compact, Full`);
  });
}

/** Reads `modes`, which are View unless told otherwise; throws for a name that is none. */
export function layoutModesOf(names: readonly string[]): LayoutMode[] {
  const modes = names.map((name): LayoutMode => {
    if (name === 'Create' || name === 'Edit' || name === 'View') return name;
    throw illegalParameter(`${name} isn't a valid mode. Valid are Create, Edit, View`);
  });
  return modes.length === 0 ? ['View'] : modes;
}

/** Fields on the layouts, lookups with the name of the record that they lead to. */
export function layoutFields(
  call: UiCall,
  object: ObjectDefinition,
  types: readonly LayoutType[],
  modes: readonly LayoutMode[]
): RequestedFields {
  const shown = object.fields.filter((field) => isOnLayout(call, object, field, types, modes));
  const paths = shown.flatMap((field) => [field.name, ...parentPaths(call, field)]);
  return readRequestedFields(
    call,
    object,
    [],
    paths.map((path) => qualified(object, path))
  );
}

function isOnLayout(
  { access }: UiCall,
  object: ObjectDefinition,
  field: FieldDefinition,
  types: readonly LayoutType[],
  modes: readonly LayoutMode[]
): boolean {
  if (neverOnLayouts.includes(field.name) || field.type === 'address') return false;
  if (field.nameField) return true;
  if (!types.includes('Full')) return false;
  const editable = access.canEditField(object, field);
  return modes.some((mode) => {
    if (mode === 'View') return true;
    return editable && (mode === 'Edit' ? field.updateable : field.createable);
  });
}

function parentPaths({ org }: UiCall, { relationshipName, referenceTo }: FieldDefinition): string[] {
  const name = org.schema.object(referenceTo[0] ?? '')?.nameField?.name;
  if (relationshipName === null || name === undefined) return [];
  return [`${relationshipName}.Id`, `${relationshipName}.${name}`];
}
