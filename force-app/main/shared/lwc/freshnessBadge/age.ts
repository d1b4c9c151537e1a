import LOCALE from '@salesforce/i18n/locale';

const SECOND_MS = 1000;
const DAY_MS = 86_400 * SECOND_MS;
// Months and years as their mean length: an age of that kind is a rough one.
const UNITS = [
  { unit: 'year', ms: 365 * DAY_MS },
  { unit: 'month', ms: 30 * DAY_MS },
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: 3_600 * SECOND_MS },
  { unit: 'minute', ms: 60 * SECOND_MS },
  { unit: 'second', ms: SECOND_MS }
] as const;
const SMALLEST = UNITS[5];

/** An age in the largest unit that it fills, as `12 sec. ago`; `now` below a second. */
export function ageInWords(ageMs: number, locale: string = LOCALE): string {
  const { unit, ms } = unitOf(ageMs);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  return format.format(-Math.floor(ageMs / ms), unit);
}

/** How long the words of `ageInWords` stay right: no timer needs to wake before. */
export function untilWordsChange(ageMs: number): number {
  const { ms } = unitOf(ageMs);
  return ms - (ageMs % ms);
}

function unitOf(ageMs: number): { unit: Intl.RelativeTimeFormatUnit; ms: number } {
  return UNITS.find(({ ms }) => ageMs >= ms) ?? SMALLEST;
}
