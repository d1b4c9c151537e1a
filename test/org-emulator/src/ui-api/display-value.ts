import type { FieldDefinition, FieldValue } from '../schema/field.ts';

const locale = 'en-US';
const currency = 'USD';

/**
 * The text pages show for a value, or null where the value is its own text. The local org's users all have
 * locale en-US, currency USD and time zone UTC.
 */
export function displayValue(field: FieldDefinition, value: FieldValue): string | null {
  if (value === null) return null;
  switch (field.type) {
    case 'currency':
      return number(field, value, { style: 'currency', currency });
    case 'percent':
      return `${number(field, value, {})}%`;
    case 'double':
    case 'int':
      return number(field, value, {});
    case 'date':
      return formatDate(value, { timeZone: 'UTC' });
    case 'datetime':
      return formatDate(value, { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'short' });
    case 'picklist':
      return field.picklistValues.find((choice) => choice.value === value)?.label ?? String(value);
    default:
      return null;
  }
}

function number(field: FieldDefinition, value: FieldValue, options: Intl.NumberFormatOptions): string {
  const digits = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
  return new Intl.NumberFormat(locale, { ...options, ...digits }).format(Number(value));
}

function formatDate(value: FieldValue, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(new Date(String(value)));
}
