import type { FieldValue, RecordValues } from '../schema/field.ts';
import type { Group } from '../soql/aggregates.ts';
import { follow, type FieldPath } from '../soql/field-path.ts';
import type { QueryResult } from '../soql/query.ts';
import type { Column } from '../soql/select.ts';
import { fieldRepresentation, recordAttributes, restValue } from './record-representation.ts';

type Row = Record<string, unknown>;

/** The rows of a query: records with the parents and children selected nested in them, or groups. */
export function queryRecords(version: string, result: QueryResult): Row[] {
  const { groups, groupColumns } = result;
  if (groupColumns.length > 0) return groups.map((group) => groupRow(result, group));
  return result.records.map((record) => recordRow(version, result, record));
}

function groupRow({ groupColumns }: QueryResult, group: Group): Row {
  const values = groupColumns.map(
    ({ name, field, valueOf }) => [name, restValue(field, valueOf(group))] as const
  );
  return { attributes: { type: 'AggregateResult' }, ...Object.fromEntries(values) };
}

function recordRow(version: string, result: QueryResult, record: RecordValues): Row {
  const row: Row = { attributes: recordAttributes(version, result.context.object, record.Id ?? null) };
  for (const column of result.columns) addColumn(row, version, result, column, record);
  return row;
}

function addColumn(
  row: Row,
  version: string,
  result: QueryResult,
  column: Column,
  record: RecordValues
): void {
  switch (column.kind) {
    case 'field': {
      addPath(row, version, result, column.path, record);
      return;
    }
    case 'function':
      row[column.name] = restValue(column.expression.field, column.expression.valueOf(record));
      return;
    case 'children': {
      const children = result.childrenOf(record, column.subquery);
      const records = queryRecords(version, children);
      row[column.name] = records.length === 0 ? null : { totalSize: children.totalSize, done: true, records };
      return;
    }
    case 'typeof':
      row[column.name] = typedParent(version, result, column, record);
  }
}

function typedParent(
  version: string,
  { context }: QueryResult,
  column: Extract<Column, { kind: 'typeof' }>,
  record: RecordValues
): Row | null {
  const lookup = context.object.relationship(column.name);
  const id: FieldValue = (lookup && record[lookup.name]) ?? null;
  const target = typeof id === 'string' ? context.schema.objectOfId(id) : undefined;
  const parent = target && context.database.table(target).get(String(id));
  if (!target || !parent) return null;
  const row: Row = { attributes: recordAttributes(version, target, id) };
  for (const name of column.fieldsOf(target)) {
    const field = target.field(name);
    if (field && context.access.canReadField(target, field)) {
      row[field.name] = fieldRepresentation(context.reader, target, parent, field);
    }
  }
  return row;
}

function addPath(
  row: Row,
  version: string,
  { context }: QueryResult,
  path: FieldPath,
  record: RecordValues
): void {
  let at = row;
  let object = context.object;
  let current = record;
  for (const [index, { lookup, target }] of path.steps.entries()) {
    const name = lookup.relationshipName ?? lookup.name;
    const parent = follow(context, path.steps.slice(0, index + 1), record);
    if (!parent) {
      at[name] = null;
      return;
    }
    const known = at[name];
    const nested = isRow(known)
      ? known
      : { attributes: recordAttributes(version, target, parent.Id ?? null) };
    at[name] = nested;
    at = nested;
    object = target;
    current = parent;
  }
  at[path.field.name] = fieldRepresentation(context.reader, object, current, path.field);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
