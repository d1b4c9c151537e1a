import { z } from 'zod';
import type { FieldValue } from '../schema/field.ts';
import { flag, text } from '../metadata/xml.ts';
import { FlowFault } from './flow-fault.ts';

/** A record held by a flow, with the fields it was read with. */
export interface FlowRecord {
  readonly objectName: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** What a resource of a flow can hold. */
export type FlowValue = FieldValue | FlowRecord | readonly FlowRecord[];

/** A value as a flow's XML gives it: a reference to another resource, or a literal. */
export type ValueExpression =
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'text'; readonly template: string }
  | { readonly kind: 'literal'; readonly value: FieldValue };

/** Reads `<value>` and `<rightValue>`. Formulas and Apex values are refused by their element names. */
export const valueSchema = z
  .strictObject({
    elementReference: text.optional(),
    stringValue: text.optional(),
    numberValue: text.transform(Number).optional(),
    booleanValue: flag.optional(),
    dateValue: text.optional(),
    dateTimeValue: text.optional()
  })
  .transform((xml): ValueExpression => {
    if (xml.elementReference !== undefined) return { kind: 'reference', reference: xml.elementReference };
    if (xml.stringValue !== undefined) return { kind: 'text', template: xml.stringValue };
    const value = xml.numberValue ?? xml.booleanValue ?? xml.dateValue ?? xml.dateTimeValue ?? null;
    return { kind: 'literal', value };
  });

/** Merge fields such as `{!customerNo}` in a text. */
export const mergeField = /\{!([^}]+)\}/g;

/** Resources that an expression reads. */
export function referencesOf(expression: ValueExpression | undefined): string[] {
  if (expression?.kind === 'reference') return [expression.reference];
  if (expression?.kind !== 'text') return [];
  return [...expression.template.matchAll(mergeField)].flatMap((match) => match[1]?.trim() ?? []);
}

/** Whether a value is one record. */
export function isFlowRecord(value: FlowValue): value is FlowRecord {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

/** A value inside a text: blank for null. Throws FlowFault for records, which have no text. */
export function textOf(value: FlowValue): string {
  if (value === null) return '';
  if (typeof value === 'object') throw new FlowFault('A record cannot stand in a text.');
  return String(value);
}
