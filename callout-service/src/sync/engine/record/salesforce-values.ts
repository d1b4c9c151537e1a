import { Decimal } from 'decimal.js';
import { DateTime } from 'luxon';
import type { FieldValue, FieldValues } from '../../../mapping/field-value.ts';
import type { SalesforceRow, SalesforceValue } from '../../../salesforce/port/salesforce-records.ts';
import type { SalesforceFieldsOf } from './salesforce-fields.ts';

const NUMBERS: ReadonlySet<string> = new Set(['currency', 'double', 'int', 'percent', 'long']);

/** Values of a row by API name; a parent's field by its path, as `Account.Name`. */
export function valuesOfRow(
  row: SalesforceRow,
  names: readonly string[],
  fields: SalesforceFieldsOf
): FieldValues {
  return Object.fromEntries(names.map((name) => [name, valueOf(row, name, fields.typeOf(name))]));
}

/** A text of a row; blank as null. */
export function textOf(row: SalesforceRow, field: string): string | null {
  const value = row[field];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function valueOf(row: SalesforceRow, path: string, type: string | undefined): FieldValue {
  const [first = '', ...rest] = path.split('.');
  const value = row[first] ?? null;
  if (rest.length > 0) return isRow(value) ? valueOf(value, rest.join('.'), type) : null;
  if (typeof value !== 'string') return typeof value === 'boolean' ? value : null;
  if (value === '') return null;
  return type === 'datetime' ? utcOf(value) : value.replaceAll('\r\n', '\n');
}

function isRow(value: SalesforceValue): value is SalesforceRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Salesforce writes `2026-11-22T17:00:00.000+0000`. */
export function utcOf(moment: string): string {
  return DateTime.fromISO(moment, { zone: 'utc' }).toISO() ?? moment;
}

/** Whether two values are the same to a field of this type. */
export function areSame(one: FieldValue, other: FieldValue, type: string | undefined): boolean {
  if (one === other) return true;
  if (type === 'boolean') return (one ?? false) === (other ?? false);
  if (typeof one !== 'string' || typeof other !== 'string') return (one ?? '') === (other ?? '');
  if (type !== undefined && NUMBERS.has(type)) return isSameNumber(one, other);
  return type === 'datetime' ? utcOf(one) === utcOf(other) : one.trim() === other.trim();
}

function isSameNumber(one: string, other: string): boolean {
  return one !== '' && other !== '' && new Decimal(one).equals(other);
}
