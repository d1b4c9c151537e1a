import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { displayValue } from '../ui-api/display-value.ts';
import { connectionOf, type GraphqlCall, selectFrom } from './connection.ts';
import { undefinedField } from './graphql-fault.ts';
import type { SelectedField } from './selection.ts';

/** A record in the shape that was selected: fields with value and text, parents, and connections of children. */
export function nodeOf(
  call: GraphqlCall,
  object: ObjectDefinition,
  record: RecordValues,
  selection: SelectedField,
  path: readonly string[]
): Record<string, unknown> {
  const node: Record<string, unknown> = {};
  for (const selected of selection.fields) {
    const at = [...path, selected.name];
    const answer = answerOf(call, object, record, selected, at);
    if (answer !== undefined) node[selected.key] = answer.value;
    else if (!selected.optional) throw undefinedField(selected.name, object.name, at, selected.locations);
  }
  return node;
}

/** Undefined for what does not exist, or the user may not see. */
function answerOf(
  call: GraphqlCall,
  object: ObjectDefinition,
  record: RecordValues,
  selected: SelectedField,
  path: readonly string[]
): { value: unknown } | undefined {
  const plain = plainFields(object, record)[selected.name];
  if (plain !== undefined) return { value: plain };
  const field = object.field(selected.name);
  if (field && call.access.canReadField(object, field)) {
    return { value: fieldValue(call, object, record, field, selected, path) };
  }
  const lookup = object.relationship(selected.name);
  if (lookup) return parentOf(call, object, record, lookup, selected, path);
  return childrenOf(call, object, record, selected, path);
}

function plainFields(object: ObjectDefinition, record: RecordValues): Record<string, FieldValue | undefined> {
  const nameField = object.nameField?.name ?? 'Id';
  return {
    __typename: object.name,
    Id: record.Id ?? null,
    ApiName: object.name,
    DisplayValue: record[nameField] ?? null,
    WeakEtag: Date.parse(String(record.SystemModstamp))
  };
}

function fieldValue(
  { org, access }: GraphqlCall,
  object: ObjectDefinition,
  record: RecordValues,
  field: FieldDefinition,
  selected: SelectedField,
  path: readonly string[]
): Record<string, unknown> {
  const value = org.reader.forUser(access).value(object, record, field);
  return selectFrom(selected, path, `${field.type.charAt(0).toUpperCase()}${field.type.slice(1)}Value`, {
    value: () => value,
    displayValue: () => displayValue(field, value),
    label: () => field.picklistValues.find((choice) => choice.value === value)?.label ?? null
  });
}

function parentOf(
  call: GraphqlCall,
  object: ObjectDefinition,
  record: RecordValues,
  lookup: FieldDefinition,
  selected: SelectedField,
  path: readonly string[]
): { value: unknown } | undefined {
  const id = record[lookup.name];
  const target = call.org.schema.object(lookup.referenceTo[0] ?? '');
  if (!target || !call.access.canReadField(object, lookup) || !call.access.can('read', target))
    return undefined;
  const parent = typeof id === 'string' ? call.org.database.table(target).get(id) : undefined;
  return { value: parent ? nodeOf(call, target, parent, selected, path) : null };
}

function childrenOf(
  call: GraphqlCall,
  object: ObjectDefinition,
  record: RecordValues,
  selected: SelectedField,
  path: readonly string[]
): { value: unknown } | undefined {
  const child = call.org.schema
    .childRelationships(object)
    .find(({ field }) => field.childRelationshipName === selected.name);
  if (!child || !call.access.can('read', child.object)) return undefined;
  const condition = `${child.field.name} = '${String(record.Id)}'`;
  return { value: connectionOf(call, child.object, selected, path, condition) };
}
