/** Days and moments in the user's own way of writing. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

/**
 * A calendar day `YYYY-MM-DD` in words, as `Nov 21, 2026`. A day has no time zone: it is read and written in the same
 * one, so that it never slips to the day before.
 */
export function formatDay(day: string, locale: string = LOCALE): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`)
  );
}

/** A moment (ISO 8601) in words, to the second, in the user's time zone. */
export function formatMoment(moment: string, locale: string = LOCALE, timeZone: string = TIME_ZONE): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
    new Date(moment)
  );
}
