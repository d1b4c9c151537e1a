import { z } from 'zod';
import { ignored, text } from '../metadata/xml.ts';
import { isNumeric, type FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { compileConditionLogic } from './condition-logic.ts';
import { asDeclared, dataTypeOfField } from './data-type.ts';
import { FlowFault } from './flow-fault.ts';
import { type FlowValue, isCollection, referencesOf, single, textOf, valueSchema } from './flow-value.ts';
import type { Interview } from './interview.ts';

const comparisons = {
  EqualTo: '=',
  NotEqualTo: '!=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '>=',
  LessThan: '<',
  LessThanOrEqualTo: '<='
} as const;

const operators = [
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'GreaterThanOrEqualTo',
  'LessThan',
  'LessThanOrEqualTo',
  'IsNull',
  'In',
  'NotIn',
  'StartsWith',
  'EndsWith',
  'Contains'
] as const;

const unsupported = ({ input }: { readonly input?: unknown }) =>
  `filter operator ${String(input)} is not supported by the local org`;

/** One filter of an element that finds records (Metadata API, FlowRecordFilter). */
export const recordFilterSchema = z.strictObject({
  field: text,
  operator: z.enum(operators, { error: unsupported }),
  value: valueSchema.optional(),
  processMetadataValues: ignored
});
export type RecordFilter = z.infer<typeof recordFilterSchema>;

/** Filters of an element with the logic that joins them. */
export interface RecordFilters {
  readonly filterLogic: string;
  readonly filters: readonly RecordFilter[];
}

/** What is wrong with filters on an object: fields that are not there, logic that cannot be read. */
export function filterProblems(object: ObjectDefinition, { filterLogic, filters }: RecordFilters): string[] {
  const missing = filters.filter(({ field }) => !object.field(field));
  const problems = missing.map(({ field }) => `the field ${object.name}.${field} does not exist`);
  if (filters.length > 0) {
    try {
      compileConditionLogic(filterLogic, filters.length);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  return problems;
}

/** Resources that filters read. */
export function filterReferences({ filters }: RecordFilters): string[] {
  return filters.flatMap(({ value }) => referencesOf(value));
}

/** Filters as the WHERE clause of a query, empty without filters. */
export function whereClause(
  object: ObjectDefinition,
  { filterLogic, filters }: RecordFilters,
  interview: Interview
): string {
  if (filters.length === 0) return '';
  const conditions = filters.map((filter) => `(${soqlCondition(object, filter, interview)})`);
  const logic = filterLogic.toUpperCase();
  if (logic === 'AND' || logic === 'OR') return ` WHERE ${conditions.join(` ${logic} `)}`;
  return ` WHERE ${logic.replace(/\d+/g, (number) => conditions[Number(number) - 1] ?? '')}`;
}

function soqlCondition(object: ObjectDefinition, filter: RecordFilter, interview: Interview): string {
  const field = object.field(filter.field);
  if (!field) throw new FlowFault(`The object ${object.name} has no field ${filter.field}.`);
  const value = filter.value ? interview.evaluate(filter.value) : null;
  switch (filter.operator) {
    case 'IsNull':
      return `${field.name} ${value === true || value === 'true' ? '=' : '!='} null`;
    case 'In':
    case 'NotIn':
      return membership(field, filter.operator, value, interview);
    case 'StartsWith':
      return `${field.name} LIKE ${soqlText(`${likeText(value)}%`)}`;
    case 'EndsWith':
      return `${field.name} LIKE ${soqlText(`%${likeText(value)}`)}`;
    case 'Contains':
      return `${field.name} LIKE ${soqlText(`%${likeText(value)}%`)}`;
    default:
      return `${field.name} ${comparisons[filter.operator]} ${soqlLiteral(field, value, interview)}`;
  }
}

/** No record is in an empty collection, and every record is outside of it. */
function membership(
  field: FieldDefinition,
  operator: string,
  value: FlowValue,
  interview: Interview
): string {
  const values = value ?? [];
  if (!isCollection(values)) throw new FlowFault(`The filter on ${field.name} needs a collection.`);
  const isIn = operator === 'In';
  if (values.length === 0) return `Id ${isIn ? '=' : '!='} null`;
  const literals = values.map((each) => soqlLiteral(field, each, interview));
  return `${field.name} ${isIn ? 'IN' : 'NOT IN'} (${literals.join(', ')})`;
}

function soqlLiteral(field: FieldDefinition, given: FlowValue, interview: Interview): string {
  const type = { dataType: dataTypeOfField(field), isCollection: false };
  const value = single(asDeclared(field.name, type, given, interview.zone), field.name);
  if (value === null) return 'null';
  return isUnquoted(field) ? String(value) : soqlText(String(value));
}

function isUnquoted({ type }: FieldDefinition): boolean {
  return isNumeric(type) || type === 'boolean' || type === 'date' || type === 'datetime' || type === 'time';
}

/** A text as SOQL quotes it. */
export function soqlText(text: string): string {
  return `'${text.replace(/[\\'](?![%_])/g, '\\$&')}'`;
}

function likeText(value: FlowValue): string {
  return textOf(value).replace(/[%_]/g, '\\$&');
}
