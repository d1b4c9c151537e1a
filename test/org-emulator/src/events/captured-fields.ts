import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';

/** A part of a compound field: `BillingCity`, which change events call `City` within `BillingAddress`. */
export interface Component {
  readonly name: string;
  readonly field: FieldDefinition;
}

/** A field of a change event. Compound fields have components, others none. */
export interface CapturedField {
  readonly field: FieldDefinition;
  readonly components: readonly Component[];
}

/** Object Reference, "StandardObjectNameChangeEvent": what is not on the record itself is left out. */
const leftOut = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastActivityDate',
  'LastReferencedDate',
  'LastViewedDate',
  'MasterRecordId',
  'PhotoUrl',
  'IsEmailBounced'
]);

/** The order in which every custom object's change event begins, whatever the order of its metadata. */
const customObjectsBegin = [
  'OwnerId',
  'Name',
  'RecordTypeId',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById'
];

const known = new WeakMap<ObjectDefinition, readonly CapturedField[]>();

/** The fields of an object's change events, in the order of their schema. Formula fields are never among them. */
export function capturedFields(object: ObjectDefinition): readonly CapturedField[] {
  const fields = known.get(object) ?? workOut(object);
  known.set(object, fields);
  return fields;
}

function workOut(object: ObjectDefinition): readonly CapturedField[] {
  const parts = new Set(object.fields.flatMap((field) => field.parts));
  const fields = object.fields.filter(
    ({ name, formula }) => !leftOut.has(name) && formula === null && !parts.has(name)
  );
  const ordered = object.custom ? inCustomOrder(fields) : fields;
  return ordered.map((field) => ({ field, components: componentsOf(object, field) }));
}

function inCustomOrder(fields: readonly FieldDefinition[]): FieldDefinition[] {
  const begin = customObjectsBegin.flatMap((name) => fields.filter((field) => field.name === name));
  return [...begin, ...fields.filter((field) => !begin.includes(field))];
}

function componentsOf(object: ObjectDefinition, compound: FieldDefinition): Component[] {
  const prefix = compound.type === 'address' ? compound.name.slice(0, -'Address'.length) : '';
  return compound.parts.flatMap((part) => {
    const field = object.field(part);
    return field ? [{ name: part.slice(prefix.length), field }] : [];
  });
}

/** The stored fields behind the captured ones: the parts of compound fields in their place. */
export function storedCapturedFields(object: ObjectDefinition): readonly FieldDefinition[] {
  return capturedFields(object).flatMap(({ field, components }) =>
    components.length > 0 ? components.map((component) => component.field) : [field]
  );
}
