import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { noSuchColumn, noSuchRelationship } from './query-error.ts';
import type { QueryContext } from './query-context.ts';

/** One step over a lookup to the object it refers to. */
export interface PathStep {
  readonly lookup: FieldDefinition;
  readonly target: ObjectDefinition;
}

/** A field of the queried object or of one it refers to, such as `Owner.Name`. */
export interface FieldPath {
  readonly steps: readonly PathStep[];
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
  readonly valueOf: (record: RecordValues) => FieldValue;
}

const mostSteps = 5;

/** Resolves a dotted path under the user's access. An alias of the queried object may stand first. */
export function resolvePath(context: QueryContext, path: string): FieldPath {
  const names = path.split('.');
  const hasAlias = names.length > 1 && [context.alias, context.object.name].includes(names[0]);
  const [fieldName = '', ...relationships] = (hasAlias ? names.slice(1) : names).toReversed();
  let object = context.object;
  const steps: PathStep[] = [];
  for (const name of relationships.toReversed()) {
    const step = resolveStep(context, object, name);
    steps.push(step);
    object = step.target;
  }
  if (steps.length > mostSteps) throw noSuchRelationship(context.soql, path, context.object.name);
  const field = object.field(fieldName);
  if (!field || !context.access.canReadField(object, field)) {
    throw noSuchColumn(context.soql, fieldName, object.name);
  }
  const { reader } = context;
  const valueOf = (record: RecordValues) => {
    const end = follow(context, steps, record);
    return end ? reader.value(object, end, field) : null;
  };
  return { steps, object, field, valueOf };
}

/** The record at the end of a path's steps, or undefined where a lookup is empty. */
export function follow(
  context: QueryContext,
  steps: readonly PathStep[],
  record: RecordValues
): RecordValues | undefined {
  let current: RecordValues | undefined = record;
  for (const { lookup, target } of steps) {
    const id: FieldValue = current?.[lookup.name] ?? null;
    current = typeof id === 'string' ? context.database.table(target).get(id) : undefined;
  }
  return current;
}

function resolveStep(context: QueryContext, object: ObjectDefinition, name: string): PathStep {
  const lookup = object.relationship(name);
  const target = context.schema.object(lookup?.referenceTo[0] ?? '');
  const visible = lookup && target && context.access.canReadField(object, lookup);
  if (!visible || !context.access.can('read', target)) {
    throw noSuchRelationship(context.soql, name, object.name);
  }
  return { lookup, target };
}
