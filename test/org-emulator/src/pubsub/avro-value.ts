import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import { avroTypeOf } from './field-schema.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A stored value in Avro: dates and times are milliseconds, those of system fields whole seconds as in an org. */
export function toAvro(field: FieldDefinition, value: FieldValue): boolean | number | string | null {
  if (value === null) return null;
  switch (field.type) {
    case 'date':
      return Date.parse(`${String(value)}T00:00:00Z`);
    case 'datetime':
      return Math.floor(Date.parse(String(value)) / 1000) * 1000;
    case 'time':
      return Date.parse(`1970-01-01T${String(value).replace(/Z?$/, 'Z')}`);
    default:
      return asType(avroTypeOf(field), value);
  }
}

function asType(type: ReturnType<typeof avroTypeOf>, value: boolean | number | string) {
  if (type === 'string') return String(value);
  if (type === 'boolean') return value === true;
  return type === 'int' ? Math.round(Number(value)) : Number(value);
}

/** An Avro value as it is stored. */
export function fromAvro(field: FieldDefinition, value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return fromNumber(field, value);
  return typeof value === 'boolean' || typeof value === 'string' ? value : null;
}

function fromNumber(field: FieldDefinition, value: number): FieldValue {
  if (field.type === 'date') return new Date(value).toISOString().slice(0, 'yyyy-mm-dd'.length);
  if (field.type === 'datetime') return new Date(value).toISOString();
  if (field.type === 'time') return new Date(value % dayMs).toISOString().slice('yyyy-mm-ddT'.length);
  return value;
}
