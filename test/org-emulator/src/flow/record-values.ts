import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { FlowFault } from './flow-fault.ts';
import { fieldOf, type FlowRecord, type FlowValue, isCollection, isFlowRecord, keyOf } from './flow-value.ts';
import type { FlowServices } from './runtime/flow-services.ts';

/** A stored record as flows hold it, with its formula fields. */
export function toFlowRecord(
  services: FlowServices,
  object: ObjectDefinition,
  record: RecordValues
): FlowRecord {
  return {
    objectName: object.name,
    fields: services.reader.all(object, record)
  };
}

/**
 * The value at the end of a path of fields and relationships, such as `Owner.Name` from an account. Null on
 * the way is null at the end. Throws FlowFault where a name is neither field nor relationship.
 */
export function valueAt(services: FlowServices, value: FlowValue, path: readonly string[]): FlowValue {
  const [name, ...rest] = path;
  if (name === undefined || value === null) return value;
  if (isCollection(value) || !isFlowRecord(value)) {
    throw new FlowFault(`The reference to ${path.join('.')} cannot be read: there is no record before it.`);
  }
  const next = keyOf(value, name) === undefined ? parentOf(services, value, name) : fieldOf(value, name);
  return valueAt(services, next, rest);
}

function parentOf(services: FlowServices, record: FlowRecord, name: string): FlowValue {
  const object = services.schema.object(record.objectName);
  const [relationship = ''] = name.split(':');
  const lookup = object?.relationship(relationship);
  if (!object || !lookup) {
    if (object?.field(name)) throw new FlowFault(`The field ${name} was not read, so it cannot be used.`);
    throw new FlowFault(`${record.objectName} has no field or relationship ${name}.`);
  }
  const id = parentId(services, object, record, lookup.name);
  if (typeof id !== 'string') return null;
  const target = services.schema.objectOfId(id);
  const parent = target && services.database.table(target).get(id);
  return target && parent ? toFlowRecord(services, target, parent) : null;
}

/** The id in the lookup field: as the flow read it, or as it is stored. */
function parentId(
  services: FlowServices,
  object: ObjectDefinition,
  record: FlowRecord,
  field: string
): FlowValue {
  if (keyOf(record, field) !== undefined) return fieldOf(record, field);
  const id = keyOf(record, 'Id') === undefined ? null : fieldOf(record, 'Id');
  const stored = typeof id === 'string' ? services.database.table(object).get(id) : undefined;
  return stored?.[field] ?? null;
}
