import { createHash } from 'node:crypto';
import type { FieldDefinition } from '../schema/field.ts';

/** An Avro type as schemas write it. */
export type AvroType = string | AvroType[] | Readonly<Record<string, unknown>>;

/** A field of an Avro record. */
export interface AvroField {
  readonly name: string;
  readonly type: AvroType;
  readonly doc?: string;
  readonly default?: null;
}

/** Avro type and Salesforce's own type, which stands in `doc`, of a field. */
interface TypePair {
  readonly avro: 'boolean' | 'double' | 'int' | 'long' | 'string';
  readonly role: string;
}

const string = (role: string): TypePair => ({ avro: 'string', role });

const pairs: Readonly<Record<FieldDefinition['type'], TypePair>> = {
  anyType: string('Data:Text'),
  boolean: { avro: 'boolean', role: 'Data:Boolean' },
  currency: { avro: 'double', role: 'Data:Currency' },
  date: { avro: 'long', role: 'Data:DateOnly' },
  datetime: { avro: 'long', role: 'Data:DateTime' },
  double: { avro: 'double', role: 'Data:Double' },
  email: string('Data:Email'),
  id: string('ForeignKey:EntityId'),
  int: { avro: 'int', role: 'Data:Integer' },
  multipicklist: string('Data:MultiEnum'),
  percent: { avro: 'double', role: 'Data:Percent' },
  phone: string('Data:Phone'),
  picklist: string('Data:DynamicEnum'),
  reference: string('ForeignKey:EntityId'),
  string: string('Data:Text'),
  textarea: string('Data:MultiLineText'),
  time: { avro: 'long', role: 'Data:TimeOnly' },
  address: string('Data:Address'),
  url: string('Data:Url')
};

/** Avro type of the values of a field that is not compound. */
export function avroTypeOf(field: FieldDefinition): TypePair['avro'] {
  return pairs[field.type].avro;
}

/** A field that may be null, as all but the system fields of platform events may. */
export function nullable(name: string, type: AvroType, doc: string): AvroField {
  return { name, type: ['null', ...(Array.isArray(type) ? type : [type])], doc, default: null };
}

/** What Salesforce writes into `doc`: role, type and, of custom fields, the id of the field. */
export function docOf(objectName: string, field: FieldDefinition): string {
  const role = field.name === 'CreatedDate' ? 'CreatedDate:DateTime' : roleOf(field);
  return field.custom ? `${role}:${fieldId(`${objectName}.${field.name}`)}` : role;
}

function roleOf(field: FieldDefinition): string {
  if (field.html) return 'Data:HtmlStringPlusClob';
  if (field.type === 'textarea' && field.length > 255) return 'Data:StringPlusClob';
  return pairs[field.type].role;
}

/** A stand-in for the id that an org gives a custom field: the same in every local org. */
function fieldId(fullName: string): string {
  const digits = createHash('sha256').update(fullName).digest('base64').replaceAll(/[+/=]/g, '');
  return `00N${digits.slice(0, 12)}`;
}
