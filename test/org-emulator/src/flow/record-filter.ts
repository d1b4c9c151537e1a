import { z } from 'zod';
import { ignored, text } from '../metadata/xml.ts';
import { isNumeric, type FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { FlowFault } from './flow-fault.ts';
import { type FlowValue, textOf, valueSchema } from './flow-value.ts';
import type { Interview } from './interview.ts';

const comparisons = {
  EqualTo: '=',
  NotEqualTo: '!=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '>=',
  LessThan: '<',
  LessThanOrEqualTo: '<='
} as const;

/** One filter of Get Records. */
export const recordFilterSchema = z.strictObject({
  field: text,
  operator: z.enum(
    [
      'EqualTo',
      'NotEqualTo',
      'GreaterThan',
      'GreaterThanOrEqualTo',
      'LessThan',
      'LessThanOrEqualTo',
      'IsNull',
      'StartsWith',
      'EndsWith',
      'Contains'
    ],
    { error: ({ input }) => `filter operator ${String(input)} is not supported by the local org` }
  ),
  value: valueSchema.optional(),
  processMetadataValues: ignored
});
export type RecordFilter = z.infer<typeof recordFilterSchema>;

/** A filter as a SOQL condition, with its value quoted for the field's type. */
export function soqlCondition(object: ObjectDefinition, filter: RecordFilter, interview: Interview): string {
  const field = object.field(filter.field);
  if (!field) throw new FlowFault(`The object ${object.name} has no field ${filter.field}.`);
  const value = filter.value ? interview.evaluate(filter.value) : null;
  switch (filter.operator) {
    case 'IsNull':
      return `${field.name} ${value === true ? '=' : '!='} null`;
    case 'StartsWith':
      return `${field.name} LIKE ${soqlText(`${likeText(value)}%`)}`;
    case 'EndsWith':
      return `${field.name} LIKE ${soqlText(`%${likeText(value)}`)}`;
    case 'Contains':
      return `${field.name} LIKE ${soqlText(`%${likeText(value)}%`)}`;
    default:
      return `${field.name} ${comparisons[filter.operator]} ${soqlLiteral(field, value)}`;
  }
}

function soqlLiteral(field: FieldDefinition, value: FlowValue): string {
  if (value === null) return 'null';
  if (typeof value === 'object') throw new FlowFault(`A record cannot be compared with ${field.name}.`);
  const unquoted = isNumeric(field.type) || ['boolean', 'date', 'datetime'].includes(field.type);
  return unquoted ? String(value) : soqlText(String(value));
}

function soqlText(text: string): string {
  return `'${text.replace(/[\\'](?![%_])/g, '\\$&')}'`;
}

function likeText(value: FlowValue): string {
  return textOf(value).replace(/[%_]/g, '\\$&');
}
