import type { FieldDefinition, FieldValue } from '../../schema/field.ts';
import { isChanged, type Save } from './save.ts';

/** Sets what follows from other values by the fields' own definitions: picklists' companions, persons' names. */
export function deriveValues(save: Save): void {
  for (const field of save.plan.setters) takeCompanions(save, field);
  if (save.plan.personName) save.draft[save.plan.personName.name] = fullName(save.draft);
  const { nameFromId } = save.plan;
  if (nameFromId !== undefined && save.before) save.draft[nameFromId] ??= save.before.Id ?? null;
}

/** A stage sets IsClosed always, and Probability where the same request gives none. */
function takeCompanions(save: Save, field: FieldDefinition): void {
  if (!isChanged(save, field.name)) return;
  const chosen = field.picklistValues.find(({ value }) => value === save.draft[field.name]);
  for (const [name, value] of Object.entries(chosen?.sets ?? {})) {
    if (isReadOnly(save, name) || !save.given.has(name)) save.draft[name] = value;
  }
}

function isReadOnly({ object }: Save, name: string): boolean {
  const field = object.field(name);
  return field !== undefined && !field.createable && !field.updateable;
}

function fullName({ FirstName = null, LastName = null }: Readonly<Record<string, FieldValue>>): string {
  return [FirstName, LastName].filter((part) => part !== null).join(' ');
}
