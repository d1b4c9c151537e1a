import avro from 'avsc';
import { z } from 'zod';
import { type CapturedField, capturedFields } from '../events/captured-fields.ts';
import type { OrgEvent } from '../events/org-event.ts';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { fromAvro, toAvro } from './avro-value.ts';
import {
  type AvroRecordSchema,
  changeEventSchema,
  isSwitchableName,
  platformEventFields,
  platformEventSchema
} from './event-schema.ts';
import { fieldBitmaps } from './field-bitmaps.ts';
import { avroTypeOf } from './field-schema.ts';

/** Makes Avro of the events of one definition of an object, and platform events of Avro. */
export interface EventCodec {
  readonly eventName: string;
  /** MD5 of the schema's parsing canonical form, base64url (REST API Guide, "Platform Event Schema by Schema ID"). */
  readonly schemaId: string;
  readonly schemaJson: string;
  /** The event for one who may not see these fields; they are as if they had not changed. */
  readonly encode: (event: OrgEvent, hidden: ReadonlySet<string>) => Buffer;
  /** Throws an Error for what is not such an event. */
  readonly decode: (payload: Buffer) => DecodedEvent;
}

/** A platform event that a client published. */
export interface DecodedEvent {
  readonly createdById: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The codec of the platform events of an object. */
export function platformEventCodec(object: ObjectDefinition): EventCodec {
  const fields = platformEventFields(object);
  const schema = platformEventSchema(object);
  const { type, ...identity } = compiled(schema);
  return {
    ...identity,
    encode: (event) =>
      type.toBuffer({
        CreatedDate: event.publishedAt.getTime(),
        CreatedById: event.publishedById,
        ...Object.fromEntries(
          fields.map((field) => [field.name, wrapped(field, event.payload[field.name] ?? null)])
        )
      }),
    decode: (payload) => {
      const decoded = decodedEvent.parse(type.fromBuffer(payload));
      const values = fields.map(
        (field) => [field.name, fromAvro(field, unwrapped(decoded[field.name]))] as const
      );
      return { createdById: decoded.CreatedById, values: Object.fromEntries(values) };
    }
  };
}

/** The codec of the change events of an entity. */
export function changeEventCodec(object: ObjectDefinition): EventCodec {
  const { type, ...identity } = compiled(changeEventSchema(object));
  return {
    ...identity,
    encode: (event, hidden) => type.toBuffer(changeRecord(object, event, hidden)),
    decode: () => {
      throw new Error('Change events cannot be published');
    }
  };
}

/** A decoded event: its own fields are those of the schema. */
const decodedEvent = z.looseObject({ CreatedById: z.string() });

/** What avsc takes: it checks schemas itself. */
const anySchema = z.custom<avro.Schema>();

/** Id and type of a schema. */
export function compiled(schema: AvroRecordSchema) {
  const schemaJson = JSON.stringify(schema);
  const type = avro.Type.forSchema(anySchema.parse(JSON.parse(schemaJson)), { wrapUnions: true });
  const schemaId = type.fingerprint('md5').toString('base64url');
  return { eventName: schema.name, schemaId, schemaJson, type };
}

function changeRecord(object: ObjectDefinition, event: OrgEvent, hidden: ReadonlySet<string>): unknown {
  const fields = capturedFields(object);
  const seen = (names: readonly string[] = []) =>
    fieldBitmaps(
      fields,
      names.filter((name) => !hidden.has(name))
    );
  const value = (field: FieldDefinition) =>
    hidden.has(field.name) ? null : (event.payload[field.name] ?? null);
  const { header } = event;
  return {
    ChangeEventHeader: {
      ...header,
      nulledFields: seen(header?.nulledFields),
      diffFields: seen(header?.diffFields),
      changedFields: seen(header?.changedFields)
    },
    ...Object.fromEntries(fields.map((each) => [each.field.name, fieldOf(object, each, value)] as const))
  };
}

/** What stands in a field of a change event: a value, or a record of the parts unless all are empty. */
function fieldOf(
  object: ObjectDefinition,
  { field, components }: CapturedField,
  value: (field: FieldDefinition) => FieldValue
): unknown {
  if (components.length === 0) {
    return wrapped(field, value(field), isSwitchableName(object, field) ? 'string' : avroTypeOf(field));
  }
  if (components.every((part) => value(part.field) === null)) return null;
  const parts = components.map((part) => [part.name, wrapped(part.field, value(part.field))] as const);
  const typeName = field.type === 'address' ? 'Address' : 'PersonName';
  return { [`com.sforce.eventbus.${typeName}`]: Object.fromEntries(parts) };
}

/** A value of a union with null, under the name of its branch. */
function wrapped(field: FieldDefinition, value: FieldValue, branch = avroTypeOf(field)): unknown {
  const converted = toAvro(field, value);
  return converted === null ? null : { [branch]: converted };
}

function unwrapped(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Object.values(value)[0] : value;
}
