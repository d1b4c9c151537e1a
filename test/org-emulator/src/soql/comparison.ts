import { toLongId } from '../data/record-id.ts';
import { notSupported } from '../errors/salesforce-error.ts';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';

/** A value made comparable: text without case, ids with 18 characters, moments as milliseconds. */
export type ComparableValue = string | number | boolean | null;

/** Makes a field's value, or a literal meant for the field, comparable. */
export function comparable(field: FieldDefinition, value: FieldValue): ComparableValue {
  if (typeof value !== 'string') return value;
  if (value === '') return null;
  if (field.type === 'datetime') return Date.parse(value);
  if (field.type === 'id' || field.type === 'reference') return toLongId(value);
  return field.caseSensitive ? value : value.toLowerCase();
}

/** Order of two comparable values that are not null. */
export function compareValues(a: ComparableValue, b: ComparableValue): number {
  if (a === b || a === null || b === null) return 0;
  return a < b ? -1 : 1;
}

/** Whether a value stands in the given relation to another. Only `=` and `!=` are ever true of null. */
export function isTrue(operator: string, left: ComparableValue, right: ComparableValue): boolean {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (left === null || right === null) return false;
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      throw notSupported(`the operator ${operator} in SOQL`);
  }
}

/** The regular expression of a LIKE pattern: `%` any text, `_` one character, `\` takes them literally. */
export function likePattern(pattern: string): RegExp {
  const body = pattern.replace(
    /\\([%_])|([%_])|([.*+?^${}()|[\]\\])/g,
    (_match, literal, wildcard, special) => {
      if (literal) return String(literal);
      if (wildcard) return wildcard === '%' ? '[\\s\\S]*' : '[\\s\\S]';
      return `\\${String(special)}`;
    }
  );
  return new RegExp(`^${body}$`, 'i');
}
