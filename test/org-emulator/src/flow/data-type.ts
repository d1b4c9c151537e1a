import { DateTime } from 'luxon';
import { z } from 'zod';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import type { FormulaType } from '../formula/formula.ts';
import { FlowFault } from './flow-fault.ts';
import { type FlowValue, isCollection, isFlowRecord } from './flow-value.ts';

/** Data types of flow resources (Metadata API, FlowDataType). */
export const dataTypes = [
  'Apex',
  'Boolean',
  'Currency',
  'Date',
  'DateTime',
  'Multipicklist',
  'Number',
  'Picklist',
  'SObject',
  'String',
  'Time'
] as const;
export type FlowDataType = (typeof dataTypes)[number];

export const dataTypeSchema = z.enum(dataTypes, {
  error: ({ input }) => `data type ${String(input)} is not supported by the local org`
});

/** What a resource is declared to hold. */
export interface DeclaredType {
  readonly dataType: FlowDataType;
  readonly isCollection: boolean;
  /** Object of an SObject, class of an Apex-defined type. */
  readonly objectType?: string | undefined;
  /** Outputs of an action or a subflow that stand under the element's name. */
  readonly properties?: ReadonlyMap<string, DeclaredType> | undefined;
}

/**
 * A value as a resource of this type holds it: null stays null (an empty collection where collections are
 * held), numbers become texts and numeric texts numbers, a date-time becomes its day in the time zone and a
 * date its midnight there. Throws FlowFault when it cannot.
 */
export function asDeclared(name: string, type: DeclaredType, value: FlowValue, zone: string): FlowValue {
  if (type.isCollection) {
    if (value === null) return [];
    if (!isCollection(value)) throw cannotHold(name, type, 'one value where a collection is needed');
    return value.map((each) => asOne(name, type, each, zone));
  }
  if (isCollection(value)) throw cannotHold(name, type, 'a collection');
  return asOne(name, type, value, zone);
}

function asOne(name: string, type: DeclaredType, value: FlowValue, zone: string): FlowValue {
  if (value === null) return null;
  const isRecordType = type.dataType === 'SObject' || type.dataType === 'Apex';
  if (isCollection(value)) throw cannotHold(name, type, 'a collection');
  if (isFlowRecord(value)) {
    if (isRecordType && value.objectName.toLowerCase() === type.objectType?.toLowerCase()) return value;
    throw cannotHold(name, type, `a record of ${value.objectName}`);
  }
  if (isRecordType) throw cannotHold(name, type, `'${String(value)}'`);
  return asScalar(name, type, value, zone);
}

function asScalar(
  name: string,
  type: DeclaredType,
  value: NonNullable<FieldValue>,
  zone: string
): FieldValue {
  switch (type.dataType) {
    case 'Boolean':
      return toBoolean(name, type, value);
    case 'Number':
    case 'Currency':
      return toNumber(name, type, value);
    case 'Date':
      return value === '' ? null : toDay(name, type, String(value), zone);
    case 'DateTime':
      return value === '' ? null : toMoment(name, type, String(value), zone);
    default:
      return String(value);
  }
}

function toBoolean(name: string, type: DeclaredType, value: NonNullable<FieldValue>): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw cannotHold(name, type, `'${value}'`);
}

function toNumber(name: string, type: DeclaredType, value: NonNullable<FieldValue>): number | null {
  if (value === '') return null;
  if (typeof value !== 'boolean' && Number.isFinite(Number(value))) return Number(value);
  throw cannotHold(name, type, `'${String(value)}'`);
}

const day = /^\d{4}-\d{2}-\d{2}$/;

function toDay(name: string, type: DeclaredType, value: string, zone: string): FieldValue {
  if (day.test(value)) return value;
  const moment = DateTime.fromISO(value, { zone });
  if (!moment.isValid) throw cannotHold(name, type, `'${value}'`);
  return moment.toISODate();
}

function toMoment(name: string, type: DeclaredType, value: string, zone: string): FieldValue {
  const moment = DateTime.fromISO(value, {
    zone: day.test(value) ? zone : 'utc'
  });
  if (!moment.isValid) throw cannotHold(name, type, `'${value}'`);
  return moment.toUTC().toISO();
}

function cannotHold(name: string, type: DeclaredType, what: string): FlowFault {
  const of = type.objectType === undefined ? '' : ` (${type.objectType})`;
  return new FlowFault(`The variable ${name} of type ${type.dataType}${of} cannot hold ${what}.`);
}

const fieldTypes: Partial<Record<FieldDefinition['type'], FlowDataType>> = {
  boolean: 'Boolean',
  currency: 'Currency',
  date: 'Date',
  datetime: 'DateTime',
  double: 'Number',
  int: 'Number',
  multipicklist: 'Multipicklist',
  percent: 'Number',
  picklist: 'Picklist',
  time: 'Time'
};

/** Type that a value of a field has in a flow. */
export function dataTypeOfField(field: FieldDefinition): FlowDataType {
  return fieldTypes[field.type] ?? 'String';
}

const formulaTypes: Partial<Record<FlowDataType, FormulaType>> = {
  Boolean: 'boolean',
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Multipicklist: 'multipicklist',
  Number: 'number',
  Picklist: 'picklist',
  String: 'text',
  Time: 'time'
};

/** The type a single value has in formulas; undefined for records and collections, which have none. */
export function formulaTypeOf(type: DeclaredType | undefined): FormulaType | undefined {
  return type === undefined || type.isCollection ? undefined : formulaTypes[type.dataType];
}
