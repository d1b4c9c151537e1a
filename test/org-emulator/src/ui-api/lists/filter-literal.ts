import { notSupported } from '../../errors/salesforce-error.ts';
import { type FieldDefinition, isNumeric } from '../../schema/field.ts';

/** A text between quotes, as SOQL reads it. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** A text inside of a LIKE pattern, where it stands for itself. */
export function likeText(text: string): string {
  return text.replace(/[\\'%_]/g, '\\$&');
}

/** The value of a list view's filter as SOQL writes it; nothing given is null. Throws for what it cannot mean. */
export function filterLiteral(field: FieldDefinition, text: string): string {
  const value = text.trim();
  if (field.type === 'boolean') return String(/^(?:1|true|yes)$/i.test(value));
  if (value === '') return 'null';
  if (isNumeric(field.type)) return numberLiteral(field, value);
  if (field.type === 'date') return dateLiteral(field, value);
  if (field.type === 'datetime') return dateTimeLiteral(field, value);
  return quoted(value);
}

function numberLiteral(field: FieldDefinition, value: string): string {
  if (Number.isNaN(Number(value))) throw unreadable(field, value);
  return value;
}

/** `TODAY`, `LAST_N_DAYS:30`, `2026-01-31` or, as pages of an American org write it, `1/31/2026`. */
function dateLiteral(field: FieldDefinition, value: string): string {
  if (/^[A-Z][A-Z_]+(?::\d+)?$/.test(value)) return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
  if (month === undefined || day === undefined || year === undefined) throw unreadable(field, value);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function dateTimeLiteral(field: FieldDefinition, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}T.+(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) return value;
  const date = dateLiteral(field, value);
  return /^\d/.test(date) ? `${date}T00:00:00Z` : date;
}

function unreadable({ name }: FieldDefinition, value: string): Error {
  return notSupported(`the value ${value} in a list view's filter of ${name}`);
}
