import { SalesforceError } from '../../errors/salesforce-error.ts';
import { type FieldDefinition, type FieldValue, isNumeric } from '../../schema/field.ts';
import { numberProblem } from './number-value.ts';

const emailShape = /^[^\s@,;:()<>[\]"]+@[^\s@]+\.[^\s@.]+$/;

/** Why a field cannot hold this value: too long, out of range, not an address. Undefined where it can. */
export function valueProblem(field: FieldDefinition, value: FieldValue): SalesforceError | undefined {
  if (typeof value === 'string') return textProblem(field, value);
  if (typeof value === 'number' && isNumeric(field.type)) return numberProblem(field, value);
  return undefined;
}

function textProblem(field: FieldDefinition, text: string): SalesforceError | undefined {
  if (field.length > 0 && text.length > field.length && field.type !== 'reference') {
    const message = `${field.label}: data value too large: ${text} (max length=${field.length})`;
    return new SalesforceError(400, 'STRING_TOO_LONG', message, [field.name]);
  }
  if (field.type === 'email' && !emailShape.test(text)) {
    const message = `${field.label}: invalid email address: ${text}`;
    return new SalesforceError(400, 'INVALID_EMAIL_ADDRESS', message, [field.name]);
  }
  return undefined;
}

/** The refusal of a value that a restricted picklist, or the record's type, does not offer; else undefined. */
export function picklistProblem(
  field: FieldDefinition,
  value: FieldValue,
  offered?: readonly string[]
): SalesforceError | undefined {
  if (typeof value !== 'string' || !field.restrictedPicklist) return undefined;
  const chosen = field.type === 'multipicklist' ? value.split(';') : [value];
  const isOffered = (each: string): boolean =>
    offered ? offered.includes(each) : field.picklistValues.some((known) => known.value === each);
  const bad = chosen.find((each) => !isOffered(each));
  if (bad === undefined) return undefined;
  const message = `${field.label}: bad value for restricted picklist field: ${bad}`;
  return new SalesforceError(400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
}
