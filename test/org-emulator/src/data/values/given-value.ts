import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue } from '../../schema/field.ts';
import { normalId } from '../record-id.ts';
import { toDay, toMoment, toTimeOfDay } from './date-value.ts';
import { rounded } from './number-value.ts';

/**
 * A value of a request in the form the field stores, not yet checked against the field's rules. Empty text is
 * null, text loses the white space at its end, numbers are rounded half up to the field's scale. Throws what
 * Salesforce's REST API answers for a value of another type (JSON_PARSER_ERROR, MALFORMED_ID).
 */
export function readGivenValue(field: FieldDefinition, given: unknown): FieldValue {
  if (given === null || given === undefined || given === '') return field.type === 'boolean' ? false : null;
  const value = convert(field, given);
  if (value === undefined) throw cannotDeserialize(field, given);
  return value;
}

function convert(field: FieldDefinition, given: unknown): FieldValue | undefined {
  switch (field.type) {
    case 'boolean':
      return toBoolean(given);
    case 'currency':
    case 'double':
    case 'int':
    case 'percent':
      return toNumber(field, given);
    case 'date':
      return toDay(given);
    case 'datetime':
      return toMoment(given);
    case 'time':
      return toTimeOfDay(given);
    case 'id':
    case 'reference':
      return toId(field, given);
    default:
      return toText(given);
  }
}

function toBoolean(given: unknown): boolean | undefined {
  if (typeof given === 'boolean') return given;
  return given === 'true' || given === 'false' ? given === 'true' : undefined;
}

function toNumber(field: FieldDefinition, given: unknown): number | undefined {
  if (typeof given !== 'number' && (typeof given !== 'string' || given.trim() === '')) return undefined;
  const number = Number(given);
  return Number.isFinite(number) ? rounded(number, field.scale) : undefined;
}

function toId(field: FieldDefinition, given: unknown): string {
  const id = typeof given === 'string' ? normalId(given) : undefined;
  if (id !== undefined) return id;
  const message = `${field.label}: id value of incorrect type: ${String(given)}`;
  throw new SalesforceError(400, 'MALFORMED_ID', message, [field.name]);
}

function toText(given: unknown): string | null | undefined {
  if (typeof given !== 'string') return undefined;
  const text = given.trimEnd();
  return text === '' ? null : text;
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
