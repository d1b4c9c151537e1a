import { z } from 'zod';
import type { FieldValue } from '../schema/field.ts';
import { flag, text } from '../metadata/xml.ts';
import { FlowFault } from './flow-fault.ts';

/**
 * A record held by a flow, with the fields it was read with or given; or a value of an Apex-defined type, with
 * its properties. Never changed in place.
 */
export interface FlowRecord {
  readonly objectName: string;
  readonly fields: Readonly<Record<string, FlowValue>>;
}

/** What a resource of a flow can hold. */
export type FlowValue = FieldValue | FlowRecord | readonly FlowValue[];

/** A value as a flow's XML gives it: a reference to another resource, a text with merge fields, or a literal. */
export type ValueExpression =
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'text'; readonly template: string }
  | { readonly kind: 'literal'; readonly value: FieldValue };

interface RawValue {
  readonly elementReference?: string | undefined;
  readonly stringValue?: string | undefined;
  readonly numberValue?: number | undefined;
  readonly booleanValue?: boolean | undefined;
  readonly dateValue?: string | undefined;
  readonly dateTimeValue?: string | undefined;
  readonly timeValue?: string | undefined;
}

const rawValue = z.strictObject({
  elementReference: text.optional(),
  stringValue: text.optional(),
  numberValue: text.transform(Number).optional(),
  booleanValue: flag.optional(),
  dateValue: text.optional(),
  dateTimeValue: text.optional(),
  timeValue: text.optional()
});

/** Reads `<value>` and `<rightValue>`. Formulas, transforms and Apex values are refused by their element names. */
export const valueSchema = z
  .preprocess((xml) => (xml === '' ? {} : xml), rawValue)
  .transform((xml): ValueExpression => toExpression(xml));

function toExpression(xml: RawValue): ValueExpression {
  if (xml.elementReference !== undefined) return { kind: 'reference', reference: xml.elementReference };
  if (xml.stringValue !== undefined) return { kind: 'text', template: xml.stringValue };
  const value = xml.numberValue ?? xml.booleanValue ?? xml.dateValue ?? xml.dateTimeValue ?? xml.timeValue;
  return { kind: 'literal', value: value ?? null };
}

/** Merge fields such as `{!customerNo}` in a text. */
export const mergeField = /\{!([^}]+)\}/g;

/** Resources that a text with merge fields reads. */
export function mergeFieldsOf(template: string): string[] {
  return [...template.matchAll(mergeField)].flatMap((match) => match[1]?.trim() ?? []);
}

/** Resources that an expression reads. */
export function referencesOf(expression: ValueExpression | undefined): string[] {
  if (expression?.kind === 'reference') return [expression.reference];
  return expression?.kind === 'text' ? mergeFieldsOf(expression.template) : [];
}

/** Whether a value is a collection. */
export function isCollection(value: FlowValue): value is readonly FlowValue[] {
  return Array.isArray(value);
}

/** Whether a value is one record. */
export function isFlowRecord(value: FlowValue): value is FlowRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a text, number, true or false, or nothing. */
export function isSingle(value: FlowValue): value is FieldValue {
  return typeof value !== 'object' || value === null;
}

/** A value as a text, number, true, false or null. Throws FlowFault for records and collections. */
export function single(value: FlowValue, what: string): FieldValue {
  if (isSingle(value)) return value;
  const is = isFlowRecord(value) ? 'a record' : 'a collection';
  throw new FlowFault(`${what} must be one value, but it is ${is}.`);
}

/** All records of a record or a collection of records; none for null. Throws FlowFault for anything else. */
export function recordsOf(value: FlowValue, what: string): FlowRecord[] {
  if (value === null) return [];
  const items = isCollection(value) ? value : [value];
  const records = items.filter(isFlowRecord);
  if (records.length === items.length) return records;
  throw new FlowFault(`${what} does not hold records.`);
}

/**
 * A value inside a text: blank for null, a collection as `[a, b]`. Throws FlowFault for records, which have no
 * text.
 */
export function textOf(value: FlowValue): string {
  if (value === null) return '';
  if (isCollection(value)) return `[${value.map(textOf).join(', ')}]`;
  if (isFlowRecord(value)) throw new FlowFault('A record cannot stand in a text.');
  return String(value);
}

/** The value of a field of a record, whatever the case of its name. Throws FlowFault where it was not read. */
export function fieldOf(record: FlowRecord, name: string): FlowValue {
  const key = keyOf(record, name);
  if (key === undefined) throw new FlowFault(`The field ${name} was not read, so it cannot be used.`);
  return record.fields[key] ?? null;
}

/** The record with another value in one field, under the name it already has for that field. */
export function withField(record: FlowRecord, name: string, value: FlowValue): FlowRecord {
  return {
    ...record,
    fields: { ...record.fields, [keyOf(record, name) ?? name]: value }
  };
}

/** The name under which a record has a field, whatever the case asked for. */
export function keyOf(record: FlowRecord, name: string): string | undefined {
  if (name in record.fields) return name;
  return Object.keys(record.fields).find((each) => each.toLowerCase() === name.toLowerCase());
}
