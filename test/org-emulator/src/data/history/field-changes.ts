import type { FieldDefinition, FieldType, FieldValue, RecordValues } from '../../schema/field.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Database } from '../database.ts';
import type { RecordChange } from '../record-change.ts';

/** What a row of field history says of a change. */
export type HistoryEntry = Readonly<Record<'DataType' | 'Field' | 'NewValue' | 'OldValue', FieldValue>>;

interface Places {
  readonly schema: Schema;
  readonly database: Database;
}

/**
 * The rows that tell of a field's change: none where it has the same value, one without values for texts that are
 * too long to keep, two for a lookup (the names, then the ids), else one.
 */
export function fieldChanges(
  places: Places,
  { before, after }: RecordChange,
  field: FieldDefinition
): Omit<HistoryEntry, 'Field'>[] {
  const [OldValue, NewValue] = [valueOf(before, field), valueOf(after, field)];
  if (OldValue === NewValue) return [];
  const DataType = dataTypes[field.type] ?? 'Text';
  if (isTooLong(field)) return [{ DataType, OldValue: null, NewValue: null }];
  const change = { DataType, OldValue, NewValue };
  if (field.type !== 'reference') return [change];
  const names = { OldValue: nameOf(places, OldValue), NewValue: nameOf(places, NewValue) };
  return [{ DataType: 'Text', ...names }, change];
}

function valueOf(record: RecordValues | undefined, { name }: FieldDefinition): FieldValue {
  return record?.[name] ?? null;
}

/** Salesforce Help, "Field History Tracking": their changes are kept, but not their old and new values. */
function isTooLong({ type, length }: FieldDefinition): boolean {
  return type === 'multipicklist' || (type === 'textarea' && length > 255);
}

function nameOf({ schema, database }: Places, id: FieldValue): FieldValue {
  const object = typeof id === 'string' ? schema.objectOfId(id) : undefined;
  const record = object && database.table(object).get(String(id));
  return record?.[object?.nameField?.name ?? 'Id'] ?? null;
}

/** Values of `DataType`; those of texts that are none of these are `Text`. */
const dataTypes: Partial<Record<FieldType, string>> = {
  boolean: 'Boolean',
  currency: 'Currency',
  date: 'DateOnly',
  datetime: 'DateTime',
  double: 'Double',
  email: 'Email',
  int: 'Integer',
  multipicklist: 'MultiEnum',
  percent: 'Percent',
  phone: 'Phone',
  picklist: 'DynamicEnum',
  reference: 'EntityId',
  textarea: 'MultiLineText',
  time: 'TimeOnly',
  url: 'Url'
};
