import type { FieldValue, FieldValues } from '../field-value.ts';

/**
 * Values of a record by the names of its fields: `address.city` is the city of its address, `agingCategories.1` the first of
 * a list, as Sage counts, and what a missing part would hold is null.
 */
export function valuesAt(record: unknown, names: readonly string[]): Record<string, FieldValue> {
  return Object.fromEntries(names.map((name) => [name, fieldValue(at(record, name.split('.')))]));
}

/** Its UDF_ columns by their names; none where the record has none. */
export function userDefinedValues(record: unknown): FieldValues {
  const columns = at(record, ['userDefinedFields']);
  if (typeof columns !== 'object' || columns === null) return {};
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, fieldValue(value)]));
}

function at(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  if (Array.isArray(value)) return at(value[Number(first) - 1], rest);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, first) ? at(Reflect.get(value, first), rest) : undefined;
}

function fieldValue(value: unknown): FieldValue {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.trim() === '') return null;
  return value;
}
