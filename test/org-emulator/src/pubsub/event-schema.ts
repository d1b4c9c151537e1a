import { type Component, type CapturedField, capturedFields } from '../events/captured-fields.ts';
import { changeEventName } from '../events/change-event.ts';
import type { FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { type AvroField, type AvroType, avroTypeOf, docOf, nullable } from './field-schema.ts';

/** The Avro schema of an event, as GetSchema answers it (Pub/Sub API Guide, "Event Data Serialization with Apache Avro"). */
export interface AvroRecordSchema {
  readonly type: 'record';
  readonly name: string;
  readonly namespace: 'com.sforce.eventbus';
  readonly fields: readonly AvroField[];
}

const strings = { type: 'array', items: 'string' };

const changeTypes = [
  'CREATE',
  'UPDATE',
  'DELETE',
  'UNDELETE',
  'GAP_CREATE',
  'GAP_UPDATE',
  'GAP_DELETE',
  'GAP_UNDELETE',
  'GAP_OVERFLOW',
  'SNAPSHOT'
];

const header: AvroField = {
  name: 'ChangeEventHeader',
  type: {
    type: 'record',
    name: 'ChangeEventHeader',
    fields: [
      { name: 'entityName', type: 'string' },
      { name: 'recordIds', type: strings },
      { name: 'changeType', type: { type: 'enum', name: 'ChangeType', symbols: changeTypes } },
      { name: 'changeOrigin', type: 'string' },
      { name: 'transactionKey', type: 'string' },
      { name: 'sequenceNumber', type: 'int' },
      { name: 'commitTimestamp', type: 'long' },
      { name: 'commitNumber', type: 'long' },
      { name: 'commitUser', type: 'string' },
      { name: 'nulledFields', type: strings },
      { name: 'diffFields', type: strings },
      { name: 'changedFields', type: strings }
    ]
  },
  doc: 'Data:ComplexValueType'
};

/** Schema of the events about an entity's changes. */
export function changeEventSchema(object: ObjectDefinition): AvroRecordSchema {
  const defined = new Set<string>();
  const fields = capturedFields(object).map((field) => captured(object, field, defined));
  return record(changeEventName(object.name), [header, ...fields]);
}

/** Schema of a platform event. Its custom fields may all be null, required ones too. */
export function platformEventSchema(object: ObjectDefinition): AvroRecordSchema {
  return record(object.name, [
    { name: 'CreatedDate', type: 'long', doc: 'CreatedDate:DateTime' },
    { name: 'CreatedById', type: 'string', doc: 'CreatedBy:EntityId' },
    ...platformEventFields(object).map((field) =>
      nullable(field.name, avroTypeOf(field), docOf(object.name, field))
    )
  ]);
}

/** The fields of a platform event that its publisher fills. */
export function platformEventFields(object: ObjectDefinition): readonly FieldDefinition[] {
  return object.fields.filter(({ custom, formula }) => custom && formula === null);
}

function record(name: string, fields: readonly AvroField[]): AvroRecordSchema {
  return { type: 'record', name, namespace: 'com.sforce.eventbus', fields };
}

function captured(
  object: ObjectDefinition,
  { field, components }: CapturedField,
  defined: Set<string>
): AvroField {
  if (isSwitchableName(object, field)) {
    return nullable('Name', ['string', switchablePersonName], 'Data:Switchable_PersonName');
  }
  if (components.length === 0) return nullable(field.name, avroTypeOf(field), docOf(object.name, field));
  const name = field.type === 'address' ? 'Address' : 'PersonName';
  // A named type is written out where it is first used, and by its name after that.
  const type: AvroType = defined.has(name) ? name : compound(name, components);
  defined.add(name);
  return nullable(field.name, type, `Data:${name}`);
}

/** Account.Name: a text, or the parts of a person account's name. */
export function isSwitchableName(object: ObjectDefinition, field: FieldDefinition): boolean {
  return object.name === 'Account' && field.name === 'Name';
}

const text = (name: string): AvroField => ({ name, type: ['null', 'string'], default: null });

const switchablePersonName: AvroType = {
  type: 'record',
  name: 'Switchable_PersonName',
  fields: [text('Salutation'), text('FirstName'), text('LastName')]
};

function compound(name: string, components: readonly Component[]): AvroType {
  const fields = components.map((component) => ({
    ...text(component.name),
    type: ['null', avroTypeOf(component.field)]
  }));
  return { type: 'record', name, fields };
}
