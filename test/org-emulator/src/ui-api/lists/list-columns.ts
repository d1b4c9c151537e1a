import type { ObjectDefinition } from '../../schema/object.ts';
import type { UiCall } from '../answers.ts';
import { type FieldPath, shownPath } from './field-path.ts';

/** The columns that the user may see. */
export function visibleColumns(
  call: UiCall,
  { object, columns }: { readonly object: ObjectDefinition; readonly columns: readonly string[] }
): FieldPath[] {
  return columns.flatMap((column) => shownPath(call, object, column) ?? []);
}

/** Title of a column; of a field of another record, with what leads there: `Owner Alias`. */
export function columnLabel({ field, lookup }: FieldPath): string {
  if (!lookup) return field.label;
  const parent = lookup.label.replace(/ ID$/, '');
  return lookup.custom && field.nameField ? parent : `${parent} ${field.nameField ? 'Name' : field.label}`;
}

/** Path of the id of the record that a column leads to; null for a field of the record itself. */
export function lookupIdPath({ path, lookup }: FieldPath): string | null {
  return lookup ? `${path.slice(0, path.lastIndexOf('.'))}.Id` : null;
}

/** Whether lists can be sorted by the column. */
export function isSortable({ field }: FieldPath): boolean {
  return field.type !== 'address' && !(field.type === 'textarea' && (field.length > 255 || field.html));
}

/** What a user changed of the columns, which is nothing (guide, "List User Preference"). */
export function userPreferences(columns: readonly FieldPath[]) {
  return {
    columnWidths: Object.fromEntries(columns.map(({ path }) => [path, -1])),
    columnWrap: Object.fromEntries(columns.map(({ path }) => [path, false]))
  };
}
