import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import { isRecordId, toLongId } from './record-id.ts';

/**
 * A value from a request as the field stores it. Empty text is null, text is trimmed at its end, numbers are
 * rounded half up to the field's scale. Throws what Salesforce's REST API answers for a value of another
 * type, too long, out of range or not in a restricted picklist.
 */
export function toFieldValue(field: FieldDefinition, given: unknown): FieldValue {
  if (given === null || given === undefined || given === '') return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      return toBoolean(field, given);
    case 'currency':
    case 'double':
    case 'int':
    case 'percent':
      return toNumber(field, given);
    case 'date':
      return toDate(field, given);
    case 'datetime':
      return toDateTime(field, given);
    case 'id':
    case 'reference':
      return toId(field, given);
    default:
      return toText(field, given);
  }
}

function toBoolean(field: FieldDefinition, given: unknown): boolean {
  if (typeof given === 'boolean') return given;
  if (given === 'true' || given === 'false') return given === 'true';
  throw cannotDeserialize(field, given);
}

function toNumber(field: FieldDefinition, given: unknown): number {
  if (typeof given !== 'number' && typeof given !== 'string') throw cannotDeserialize(field, given);
  if (!Number.isFinite(Number(given))) throw cannotDeserialize(field, given);
  const value = new Decimal(given).toDecimalPlaces(field.scale, Decimal.ROUND_HALF_UP);
  if (field.precision > 0 && value.abs().gte(new Decimal(10).pow(field.precision - field.scale))) {
    const message = `${field.label}: value outside of valid range on numeric field: ${String(given)}`;
    throw new SalesforceError(400, 'NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
  }
  return value.toNumber();
}

function toDate(field: FieldDefinition, given: unknown): string {
  const day = typeof given === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(given)?.[1] : undefined;
  if (!isCalendarDay(day)) throw cannotDeserialize(field, given);
  return day;
}

/** `Date` takes 30 February for 2 March, so it cannot tell. */
function isCalendarDay(day: string | undefined): day is string {
  return z.iso.date().safeParse(day).success;
}

function toDateTime(field: FieldDefinition, given: unknown): string {
  if (typeof given !== 'string' || !isCalendarDay(given.slice(0, 10))) throw cannotDeserialize(field, given);
  // A time without a zone is UTC, wherever the org runs.
  const moment = new Date(/T[\d:.]+$/.test(given) ? `${given}Z` : given);
  if (Number.isNaN(moment.getTime())) throw cannotDeserialize(field, given);
  return moment.toISOString();
}

function toId(field: FieldDefinition, given: unknown): string {
  if (typeof given === 'string' && isRecordId(given)) return toLongId(given);
  const message = `${field.label}: id value of incorrect type: ${String(given)}`;
  throw new SalesforceError(400, 'MALFORMED_ID', message, [field.name]);
}

function toText(field: FieldDefinition, given: unknown): string | null {
  if (typeof given !== 'string') throw cannotDeserialize(field, given);
  const text = given.trimEnd();
  if (text === '') return null;
  if (field.length > 0 && text.length > field.length) {
    const message = `${field.label}: data value too large: ${text} (max length=${field.length})`;
    throw new SalesforceError(400, 'STRING_TOO_LONG', message, [field.name]);
  }
  if (field.restrictedPicklist) checkPicklist(field, text);
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) {
    const message = `${field.label}: invalid email address: ${text}`;
    throw new SalesforceError(400, 'INVALID_EMAIL_ADDRESS', message, [field.name]);
  }
  return text;
}

function checkPicklist(field: FieldDefinition, text: string): void {
  const chosen = field.type === 'multipicklist' ? text.split(';') : [text];
  const bad = chosen.find((each) => !field.picklistValues.some(({ value }) => value === each));
  if (bad === undefined) return;
  const message = `${field.label}: bad value for restricted picklist field: ${bad}`;
  throw new SalesforceError(400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
}

/** The text of Salesforce's JSON reader, without the position in the request, which is not known here. */
function cannotDeserialize(field: FieldDefinition, given: unknown): SalesforceError {
  const message = `Cannot deserialize instance of ${field.type} from ${jsonToken(given)} or request may be missing a required field`;
  return new SalesforceError(400, 'JSON_PARSER_ERROR', message, [field.name]);
}

function jsonToken(given: unknown): string {
  if (typeof given === 'string') return `VALUE_STRING value ${given}`;
  if (typeof given === 'boolean') return `VALUE_${String(given).toUpperCase()} value ${given}`;
  if (typeof given === 'number') {
    return `${Number.isInteger(given) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT'} value ${given}`;
  }
  return Array.isArray(given) ? 'START_ARRAY value [' : 'START_OBJECT value {';
}
