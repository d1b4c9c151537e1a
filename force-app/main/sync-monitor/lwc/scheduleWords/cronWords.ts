import LOCALE from '@salesforce/i18n/locale';
import CUSTOM_SCHEDULE from '@salesforce/label/c.Sage_Objects_Custom_Schedule';
import DAILY_AT from '@salesforce/label/c.Sage_Objects_Daily_At';
import EVERY_HOUR from '@salesforce/label/c.Sage_Objects_Every_Hour';
import EVERY_HOURS from '@salesforce/label/c.Sage_Objects_Every_Hours';
import EVERY_MINUTE from '@salesforce/label/c.Sage_Objects_Every_Minute';
import EVERY_MINUTES from '@salesforce/label/c.Sage_Objects_Every_Minutes';
import MONTHLY_AT from '@salesforce/label/c.Sage_Objects_Monthly_At';
import WEEKDAYS_AT from '@salesforce/label/c.Sage_Objects_Weekdays_At';
import { fillIn } from 'c/labelText';
import type { CronTimes } from './cron';
import { readCron } from './cron';

/** More times a day than these are a pattern of their own, and not read out one by one. */
const MOST_TIMES = 6;
/** 4 January 1970 was a Sunday. */
const A_SUNDAY = Date.UTC(1970, 0, 4);
const DAY_MS = 86_400_000;

/** A cron expression in words, as `Daily at 2:30 AM`; what has no words of its own stands as it is. */
export function cronInWords(expression: string, locale: string = LOCALE): string {
  const reading = readCron(expression);
  const words = reading.kind === 'times' ? timesInWords(reading.times, locale) : undefined;
  return words ?? fillIn(CUSTOM_SCHEDULE, expression);
}

function timesInWords(times: CronTimes, locale: string): string | undefined {
  if (times.month.length < 12) return undefined;
  if (times.anyDay && times.anyWeekday) return withinDayWords(times) ?? dailyWords(times, locale);
  const clock = clockWords(times, locale);
  if (clock === undefined) return undefined;
  if (times.anyDay) return fillIn(WEEKDAYS_AT, weekdayWords(times.weekday, locale), clock);
  const [day, another] = times.day;
  return times.anyWeekday && another === undefined ? fillIn(MONTHLY_AT, `${day ?? ''}`, clock) : undefined;
}

/** Every so many minutes or hours. */
function withinDayWords({ minute, hour }: CronTimes): string | undefined {
  if (hour.length === 24) {
    const step = stepOf(minute, 60);
    if (step !== undefined) return step === 1 ? EVERY_MINUTE : fillIn(EVERY_MINUTES, `${step}`);
    return minute.length === 1 ? fillIn(EVERY_HOUR, twoDigits(minute[0])) : undefined;
  }
  const step = stepOf(hour, 24);
  if (step === undefined || minute.length > 1 || hour.length < 3) return undefined;
  return fillIn(EVERY_HOURS, `${step}`, twoDigits(minute[0]));
}

function dailyWords(times: CronTimes, locale: string): string | undefined {
  const clock = clockWords(times, locale);
  return clock === undefined ? undefined : fillIn(DAILY_AT, clock);
}

function clockWords({ hour, minute }: CronTimes, locale: string): string | undefined {
  if (hour.length * minute.length > MOST_TIMES) return undefined;
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const clock = hour.flatMap((each) => minute.map((one) => format.format((each * 60 + one) * 60_000)));
  return new Intl.ListFormat(locale).format(clock);
}

function weekdayWords(weekdays: readonly number[], locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const names = weekdays.map((each) => format.format(A_SUNDAY + each * DAY_MS));
  const [first = 0, last = 0] = [weekdays[0], weekdays.at(-1)];
  const isRun = weekdays.length > 2 && last - first === weekdays.length - 1;
  return isRun ? `${names[0] ?? ''} – ${names.at(-1) ?? ''}` : new Intl.ListFormat(locale).format(names);
}

/** The distance of values that come evenly from 0 through the whole; undefined for others. */
function stepOf(values: readonly number[], whole: number): number | undefined {
  const [first, second] = values;
  if (first !== 0 || second === undefined || whole % second !== 0) return undefined;
  return values.length === whole / second && values.every((each, index) => each === index * second)
    ? second
    : undefined;
}

function twoDigits(value: number | undefined): string {
  return `${value ?? 0}`.padStart(2, '0');
}
