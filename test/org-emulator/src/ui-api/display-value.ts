import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';

const currency = 'USD';

/**
 * The text pages show for a value, or null where the value is its own text (User Interface API Developer Guide,
 * "Field Value"), in the language and time zone of the user. The org's one currency is the dollar.
 */
export function displayValue(field: FieldDefinition, value: FieldValue, user?: RecordValues): string | null {
  if (value === null) return null;
  const locale = localeOf(user);
  switch (field.type) {
    case 'currency':
      return number(locale, field, value, { style: 'currency', currency });
    case 'percent':
      return `${number(locale, field, value, {})}%`;
    case 'double':
    case 'int':
      return number(locale, field, value, {});
    case 'date':
      return formatDate(locale, value, { timeZone: 'UTC' });
    case 'datetime':
      return formatDate(locale, value, { timeZone: timeZoneOf(user), ...day, ...minute });
    case 'time':
      return formatDate(locale, `1970-01-01T${String(value).replace(/Z?$/, 'Z')}`, {
        timeZone: 'UTC',
        ...minute
      });
    case 'picklist':
      return labelOf(field, String(value));
    case 'multipicklist':
      return String(value)
        .split(';')
        .map((each) => labelOf(field, each))
        .join(';');
    default:
      return null;
  }
}

const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const minute = { hour: 'numeric', minute: '2-digit' } as const;

function localeOf(user: RecordValues | undefined): string {
  const key = user?.LocaleSidKey;
  return typeof key === 'string' && key !== '' ? key.replaceAll('_', '-') : 'en-US';
}

function timeZoneOf(user: RecordValues | undefined): string {
  const key = user?.TimeZoneSidKey;
  return typeof key === 'string' && key !== '' && key !== 'GMT' ? key : 'UTC';
}

function labelOf(field: FieldDefinition, value: string): string {
  return field.picklistValues.find((choice) => choice.value === value)?.label ?? value;
}

function number(
  locale: string,
  field: FieldDefinition,
  value: FieldValue,
  options: Intl.NumberFormatOptions
): string {
  const digits = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
  return new Intl.NumberFormat(locale, { ...options, ...digits }).format(Number(value));
}

/** Before AM and PM newer Unicode data has a narrow space; pages of an org have a plain one. */
function formatDate(locale: string, value: FieldValue, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(new Date(String(value))).replaceAll('\u202f', ' ');
}
