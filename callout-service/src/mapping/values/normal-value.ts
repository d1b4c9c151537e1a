import { DateTime } from 'luxon';
import type { FieldKind, FieldValue } from '../field-value.ts';
import { decimalOf, plainDecimal } from './decimal.ts';
import { asFlag } from './flag.ts';

/**
 * The one form of a value that is the same for every way in which either system writes it: texts without padding, with one
 * kind of line break and one of accents; numbers without superfluous zeros; moments to the second, which is what Salesforce
 * keeps; flags without a third state; codes in upper case, as both systems take them in any. For comparing only.
 */
export function normalValue(value: FieldValue, kind: FieldKind): FieldValue {
  if (kind === 'flag') return asFlag(value) ?? value;
  if (value === null || typeof value === 'boolean') return value;
  const text = normalText(value);
  if (text === '') return null;
  switch (kind) {
    case 'decimal':
    case 'integer':
      return normalNumber(text);
    case 'day':
      return text.slice(0, 10);
    case 'moment':
      return normalMoment(text);
    case 'code':
      return text.toUpperCase();
    default:
      return text;
  }
}

function normalText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()
    .normalize('NFC');
}

function normalNumber(text: string): string {
  const number = decimalOf(text);
  return number === undefined ? text : plainDecimal(number);
}

function normalMoment(text: string): string {
  const moment = DateTime.fromISO(text, { zone: 'utc' }).startOf('second');
  return moment.toISO() ?? text;
}
