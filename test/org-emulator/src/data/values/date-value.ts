const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const timeShape = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?Z?$/;

/** Whether a text is a day of the calendar; `Date` would take 30 February for 2 March. */
export function isCalendarDay(text: string | undefined): text is string {
  const [, year = '', month = '', day = ''] = dayShape.exec(text ?? '') ?? [];
  const longest = longestMonths[Number(month) - 1] ?? 0;
  if (Number(day) < 1 || Number(day) > longest) return false;
  return month !== '02' || day !== '29' || isLeapYear(Number(year));
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day of a date, or of the date-time that begins with it; undefined for anything else. */
export function toDay(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  const day = given.slice(0, 10);
  const alone = given.length === 10 || given[10] === 'T';
  return alone && isCalendarDay(day) ? day : undefined;
}

/** A moment in UTC with `Z`, or undefined. A time without a zone is UTC, wherever the org runs. */
export function toMoment(given: unknown): string | undefined {
  if (typeof given !== 'string' || !isCalendarDay(given.slice(0, 10))) return undefined;
  const moment = new Date(/T[\d:.]+$/.test(given) ? `${given}Z` : given);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** A time of day as `HH:MM:SS.mmmZ`, or undefined. */
export function toTimeOfDay(given: unknown): string | undefined {
  const parts = typeof given === 'string' ? timeShape.exec(given) : null;
  if (!parts) return undefined;
  const [, hours = '', minutes = '', seconds = '00', milliseconds = ''] = parts;
  return `${hours}:${minutes}:${seconds}.${milliseconds.padEnd(3, '0')}Z`;
}
