import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { follow, type FieldPath } from '../soql/field-path.ts';
import type { QueryResult } from '../soql/query.ts';

/** A value as REST writes it: date-times with `+0000` instead of `Z`. */
function restValue(field: FieldDefinition, value: FieldValue): FieldValue {
  return field.type === 'datetime' && typeof value === 'string' ? value.replace(/Z$/, '+0000') : value;
}

/** `attributes` of a record. */
function recordAttributes(version: string, object: ObjectDefinition, id: FieldValue) {
  return { type: object.name, url: `/services/data/${version}/sobjects/${object.name}/${String(id)}` };
}

/** One record with the given fields. */
export function recordRepresentation(
  version: string,
  object: ObjectDefinition,
  record: RecordValues,
  fields: readonly FieldDefinition[]
): Record<string, unknown> {
  return {
    attributes: recordAttributes(version, object, record.Id ?? null),
    ...Object.fromEntries(fields.map((field) => [field.name, restValue(field, record[field.name] ?? null)]))
  };
}

/** The records of a query, with selected parents nested under their relationship names. */
export function queryRecords(version: string, result: QueryResult): Record<string, unknown>[] {
  return result.records.map((record) => {
    const root: Record<string, unknown> = {
      attributes: recordAttributes(version, result.context.object, record.Id ?? null)
    };
    for (const path of result.paths) addPath(root, version, result, path, record);
    return root;
  });
}

function addPath(
  root: Record<string, unknown>,
  version: string,
  { context }: QueryResult,
  path: FieldPath,
  record: RecordValues
): void {
  let at = root;
  for (const [index, { lookup, target }] of path.steps.entries()) {
    const name = lookup.relationshipName ?? lookup.name;
    const parent = follow(context, path.steps.slice(0, index + 1), record);
    if (!parent) {
      at[name] = null;
      return;
    }
    const known = at[name];
    const nested = isNested(known)
      ? known
      : { attributes: recordAttributes(version, target, parent.Id ?? null) };
    at[name] = nested;
    at = nested;
  }
  at[path.field.name] = restValue(path.field, path.valueOf(record));
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
