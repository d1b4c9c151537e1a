import type { FieldDefinition } from '../../schema/field.ts';

/** Which field controls which, as a tree: `{ Continent__c: { Country__c: {} } }`. A field without branches is a leaf. */
export interface DependentFields {
  readonly [field: string]: DependentFields;
}

/** The tree of the fields that control others and are controlled by none. */
export function dependentFields(fields: readonly FieldDefinition[]): DependentFields {
  const roots = fields.filter(
    (field) => field.controllingField === null && controlledBy(fields, field).length > 0
  );
  return branches(fields, roots);
}

/** The fields that control a field: the nearest one first. */
export function controllingFields(fields: readonly FieldDefinition[], field: FieldDefinition): string[] {
  const controlling = fields.find(({ name }) => name === field.controllingField);
  return controlling ? [controlling.name, ...controllingFields(fields, controlling)] : [];
}

function branches(fields: readonly FieldDefinition[], of: readonly FieldDefinition[]): DependentFields {
  return Object.fromEntries(of.map((field) => [field.name, branches(fields, controlledBy(fields, field))]));
}

function controlledBy(fields: readonly FieldDefinition[], { name }: FieldDefinition): FieldDefinition[] {
  return fields.filter(({ controllingField }) => controllingField === name);
}
