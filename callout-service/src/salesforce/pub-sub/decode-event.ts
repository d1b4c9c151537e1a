import avro from 'avsc';
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { SalesforceRow, SalesforceValue } from '../port/salesforce-records.ts';

/** Reads payloads of one schema. Throws an Error for what is not of it. */
export type PayloadDecoder = (payload: Buffer) => SalesforceRow;

/** Longs as they are: a number would lose the last digits of a large one. */
const exactLong = avro.types.LongType.__with({
  fromBuffer: (bytes: Buffer) => bytes.readBigInt64LE(),
  toBuffer: (value: bigint) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(value);
    return bytes;
  },
  fromJSON: BigInt,
  toJSON: String,
  isValid: (value: unknown) => typeof value === 'bigint',
  compare: (one: bigint, other: bigint) => (one === other ? 0 : one < other ? -1 : 1)
});

const anySchema = z.custom<avro.Schema>();
const documentedFields = z.object({
  fields: z.array(z.looseObject({ name: z.string(), doc: z.string().optional() }))
});

/**
 * Compiles an event's Avro schema. Salesforce writes moments and days as milliseconds and says so in the field's `doc`
 * alone, as `Data:DateTime:00N…`. Source: Pub/Sub API Guide, Event Data Serialization with Apache Avro.
 */
export function payloadDecoder(schemaJson: string, nameOf: (field: string) => string): PayloadDecoder {
  const schema: unknown = JSON.parse(schemaJson);
  const type = avro.Type.forSchema(anySchema.parse(schema), { registry: { long: exactLong } });
  const { fields } = documentedFields.parse(schema);
  return (payload) => {
    const values = z.record(z.string(), z.unknown()).parse({ ...type.fromBuffer(payload) });
    return Object.fromEntries(
      fields.map(({ name, doc = '' }) => [nameOf(name), valueOf(values[name], doc, nameOf)])
    );
  };
}

function valueOf(value: unknown, doc: string, nameOf: (field: string) => string): SalesforceValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return longText(value, doc);
  // Plain digits, also where JavaScript would write an exponent.
  if (typeof value === 'number') return new Decimal(value).toFixed();
  if (Array.isArray(value)) return value.map((each: unknown) => rowOf(each, nameOf));
  return isPart(value) ? rowOf(value, nameOf) : null;
}

/** A part of a record; a plain value within a list has the name `value`. */
function rowOf(value: unknown, nameOf: (field: string) => string): SalesforceRow {
  if (!isPart(value)) return { value: valueOf(value, '', nameOf) };
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [nameOf(name), valueOf(part, '', nameOf)])
  );
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function longText(value: bigint, doc: string): string {
  const kind = /DateTime|DateOnly|TimeOnly/.exec(doc)?.[0];
  if (kind === undefined) return String(value);
  const moment = new Date(Number(value)).toISOString();
  if (kind === 'DateOnly') return moment.slice(0, 'yyyy-mm-dd'.length);
  return kind === 'TimeOnly' ? moment.slice('yyyy-mm-ddT'.length) : moment;
}
