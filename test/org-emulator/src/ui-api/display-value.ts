import { type FieldDefinition, type FieldValue, isNumeric, type RecordValues } from '../schema/field.ts';

const currency = 'USD';

/**
 * The text pages show for a value, or null where the value is its own text (User Interface API Developer Guide,
 * "Field Value"), in the language and time zone of the user. The org's one currency is the dollar.
 */
export function displayValue(field: FieldDefinition, value: FieldValue, user?: RecordValues): string | null {
  if (value === null) return null;
  if (isNumeric(field.type)) return numberText(field, value, localeOf(user));
  switch (field.type) {
    case 'date':
    case 'datetime':
    case 'time':
      return momentText(field, String(value), user);
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

function numberText(field: FieldDefinition, value: FieldValue, locale: string): string {
  const style = field.type === 'currency' ? ({ style: 'currency', currency } as const) : {};
  const digits = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
  const text = new Intl.NumberFormat(locale, { ...style, ...digits }).format(Number(value));
  return field.type === 'percent' ? `${text}%` : text;
}

function momentText({ type }: FieldDefinition, value: string, user: RecordValues | undefined): string {
  const locale = localeOf(user);
  if (type === 'date') return formatDate(locale, value, { timeZone: 'UTC' });
  if (type === 'datetime')
    return formatDate(locale, value, { timeZone: timeZoneOf(user), ...day, ...minute });
  return formatDate(locale, `1970-01-01T${value.replace(/Z?$/, 'Z')}`, { timeZone: 'UTC', ...minute });
}

/** Before AM and PM newer Unicode data has a narrow space; pages of an org have a plain one. */
function formatDate(locale: string, value: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(new Date(value)).replaceAll('\u202f', ' ');
}
