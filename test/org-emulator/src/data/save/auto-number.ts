import type { Database } from '../database.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { FieldDefinition } from '../../schema/field.ts';

/**
 * The next value of an auto number field: its display format with the number in place of `{0000}`, filled with
 * zeros, and the date parts `{YYYY}`, `{YY}`, `{MM}` and `{DD}` (Salesforce Help, "Custom Field Types").
 */
export function nextAutoNumber(
  database: Database,
  object: ObjectDefinition,
  { name, autoNumber, autoNumberStart }: FieldDefinition,
  today: string
): string {
  const number = String(database.nextNumber(`${object.name}.${name}`) + autoNumberStart - 1);
  return (autoNumber ?? '{0}').replace(/\{([0YMD]+)\}/g, (_whole, part: string) =>
    part.startsWith('0') ? number.padStart(part.length, '0') : datePart(part, today)
  );
}

function datePart(part: string, today: string): string {
  if (part === 'YYYY') return today.slice(0, 4);
  if (part === 'YY') return today.slice(2, 4);
  return part === 'MM' ? today.slice(5, 7) : today.slice(8, 10);
}
