import { DateTime } from 'luxon';
import type { FieldValue } from '../field-value.ts';
import type { FieldFacts } from '../schemas/field-facts.ts';
import { refusal, type Turn } from '../transforms/turning.ts';
import { decimalOf, plainDecimal } from './decimal.ts';
import { asFlag } from './flag.ts';

/**
 * A value as a field takes it: of its type, a number with the digits after the point that it has; or why it does not take
 * it. Nothing is rounded or cut off: that is what transforms are for. Unknown fields take every value.
 */
export function fitValue(value: FieldValue, facts: FieldFacts | undefined): Turn {
  if (facts === undefined) return value;
  if (facts.kind === 'flag') {
    return asFlag(value) ?? refusal(value, 'The field takes yes or no.', 'Set it to true or false.');
  }
  if (value === null) return null;
  const text = String(value);
  switch (facts.kind) {
    case 'decimal':
    case 'integer':
      return fitNumber(text, facts);
    case 'day':
      return fitDay(text);
    case 'moment':
      return fitMoment(text);
    default:
      return fitText(text, facts);
  }
}

function fitText(text: string, { length, values }: FieldFacts): Turn {
  const characters = [...text].length;
  if (length !== undefined && characters > length) {
    const problem = `It has ${characters} characters, and the field takes ${length}.`;
    return refusal(text, problem, 'Shorten it, or add a transform that cuts it to the mapping.');
  }
  if (values === undefined || text === '') return text;
  const same = values.find((known) => known.toUpperCase() === text.toUpperCase());
  return (
    same ?? refusal(text, 'It is none of the values of the field.', 'Add it to the value map of the mapping.')
  );
}

function fitNumber(
  text: string,
  { kind, precision, scale = kind === 'integer' ? 0 : undefined }: FieldFacts
): Turn {
  const number = decimalOf(text);
  if (number === undefined) return refusal(text, 'It is no number.', 'Write it as 12.50.');
  if (scale === undefined) return plainDecimal(number);
  if (number.decimalPlaces() > scale) {
    const problem = `It has ${number.decimalPlaces()} digits after the point, and the field takes ${scale}.`;
    return refusal(text, problem, 'Round it, or add a transform that rounds it to the mapping.');
  }
  const before = number.abs().trunc().precision(true);
  if (precision !== undefined && !number.trunc().isZero() && before > precision - scale) {
    const problem = `It has ${before} digits before the point, and the field takes ${precision - scale}.`;
    return refusal(text, problem, 'Correct it, or map it to a wider field.');
  }
  return number.isZero() ? number.abs().toFixed(scale) : number.toFixed(scale);
}

function fitDay(text: string): Turn {
  const day = DateTime.fromISO(text.slice(0, 10), { zone: 'utc' }).toISODate();
  return day ?? refusal(text, 'There is no such day.', 'Write it as 2026-01-31.');
}

function fitMoment(text: string): Turn {
  const moment = DateTime.fromISO(text, { zone: 'utc' }).toISO();
  return moment ?? refusal(text, 'There is no such moment.', 'Write it as 2026-01-31T12:00:00Z.');
}
