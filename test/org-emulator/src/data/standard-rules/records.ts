import type { FieldValue, RecordValues } from '../../schema/field.ts';
import type { DataServices } from '../data-services.ts';

/** The live record behind an id, whatever its object; undefined for none. */
export function recordOf(
  { schema, database }: DataServices,
  id: FieldValue | undefined
): RecordValues | undefined {
  if (typeof id !== 'string') return undefined;
  const object = schema.objectOfId(id);
  const record = object && database.table(object).get(id);
  return record?.IsDeleted === true ? undefined : record;
}

/** Live records of an object whose indexed field has the value. */
export function recordsWith(
  { schema, database }: DataServices,
  objectName: string,
  fieldName: string,
  value: FieldValue | undefined
): readonly RecordValues[] {
  const object = schema.object(objectName);
  return (object && database.table(object).findByIndex(fieldName, value ?? null)) ?? [];
}
