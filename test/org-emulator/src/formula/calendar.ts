/** Days, moments and times of day of formulas, all in UTC, which is the org's time zone. */

export const millisecondsOfDay = 86_400_000;

/** Milliseconds of a stored date `YYYY-MM-DD` or date-time. */
export function momentFrom(stored: string): number {
  return Date.parse(stored);
}

export function storedDate(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

export function storedDateTime(moment: number): string {
  return new Date(moment).toISOString();
}

const clock = /^(\d|[01]\d|2[0-3]):([0-5]?\d):([0-5]?\d)(?:\.(\d{1,3}))?Z?$/;

/** Milliseconds since midnight of `HH:MM:SS.mmm`, with or without `Z`; undefined where it is no time. */
export function timeFrom(text: string): number | undefined {
  const parts = clock.exec(text);
  if (parts === null) return undefined;
  const [hour = 0, minute = 0, second = 0, milli = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return ((hour * 60 + minute) * 60 + second) * 1000 + milli;
}

/** `HH:MM:SS.mmm` of milliseconds since midnight. */
export function timeText(time: number): string {
  return new Date(time).toISOString().slice(11, 23);
}

/** Milliseconds since midnight, whatever was added or taken away. */
export function withinDay(time: number): number {
  return ((time % millisecondsOfDay) + millisecondsOfDay) % millisecondsOfDay;
}

export function startOfDay(moment: number): number {
  return moment - withinDay(moment);
}

/** Midnight of a calendar day; undefined where there is no such day between the years 1 and 9999. */
export function dayFrom(year: number, month: number, day: number): number | undefined {
  if (year < 1 || year > 9999) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

/** The same day some months on; the last day of a month stays the last, as Salesforce says of ADDMONTHS. */
export function monthsLater(moment: number, months: number): number {
  const time = withinDay(moment);
  const date = new Date(startOfDay(moment));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const last = new Date(0);
  last.setUTCFullYear(year, month + months + 1, 0);
  if (day === daysOfMonth(year, month)) return last.getTime() + time;
  const moved = new Date(0);
  moved.setUTCFullYear(year, month + months, Math.min(day, last.getUTCDate()));
  return moved.getTime() + time;
}

function daysOfMonth(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month + 1, 0);
  return last.getUTCDate();
}

/** Number of the day within its year, from 1. */
export function dayOfYear(moment: number): number {
  const first = new Date(0);
  first.setUTCFullYear(new Date(moment).getUTCFullYear(), 0, 1);
  return Math.floor((moment - first.getTime()) / millisecondsOfDay) + 1;
}

/** Week and year of ISO 8601, whose weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeek(moment: number): { readonly week: number; readonly year: number } {
  const day = startOfDay(moment);
  const fromMonday = (new Date(day).getUTCDay() + 6) % 7;
  const thursday = day + (3 - fromMonday) * millisecondsOfDay;
  return { week: Math.ceil(dayOfYear(thursday) / 7), year: new Date(thursday).getUTCFullYear() };
}
