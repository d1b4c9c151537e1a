import type { ObjectDefinition } from '../../schema/object.ts';

/** The fields that make a record's name: one, or of a person first, last and whole name. */
export function nameFields(object: ObjectDefinition): string[] {
  const field = object.nameField;
  if (!field) return [];
  return [...field.parts.filter((part) => part !== 'Salutation'), field.name].sort();
}
