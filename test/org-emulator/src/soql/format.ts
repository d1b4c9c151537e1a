import { DateTime } from 'luxon';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';

/** A value as FORMAT() shows it to the user. The local org's users read US English and US dollars. */
export function displayText(field: FieldDefinition, value: FieldValue, zone: string): FieldValue {
  if (value === null) return null;
  switch (field.type) {
    case 'currency':
      return new Intl.NumberFormat('en-US', {
        style: 'currency',
        currency: 'USD',
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale
      }).format(Number(value));
    case 'double':
    case 'int':
      return new Intl.NumberFormat('en-US', {
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale
      }).format(Number(value));
    case 'percent':
      return `${String(value)}%`;
    case 'date':
      return DateTime.fromISO(String(value), { zone: 'utc' }).toFormat('M/d/yyyy');
    case 'datetime':
      return DateTime.fromISO(String(value)).setZone(zone).toFormat('M/d/yyyy, h:mm a');
    default:
      return String(value);
  }
}
