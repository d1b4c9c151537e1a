/** Schedules of an object pair, in words and as moments. */
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import EVERY_SECOND from '@salesforce/label/c.Sage_Objects_Every_Second';
import EVERY_SECONDS from '@salesforce/label/c.Sage_Objects_Every_Seconds';
import FULL_MINUTE from '@salesforce/label/c.Sage_Objects_Full_Minute';
import FULL_MINUTES from '@salesforce/label/c.Sage_Objects_Full_Minutes';
import NO_SCHEDULE from '@salesforce/label/c.Sage_Objects_No_Schedule';
import { countInWords } from 'c/labelText';
import { readCron } from './cron';
import { cronInWords } from './cronWords';
import { nextSlot } from './nextSlot';

export { cronFields, readCron } from './cron';
export type { CronField, CronReading, CronTimes } from './cron';
export { cronInWords } from './cronWords';
export { nextSlot } from './nextSlot';

/** The least and the most seconds between two looks that the service takes. */
export const FEWEST_SECONDS = 5;
export const MOST_SECONDS = 86_400;

/** When it is looked for what changed: by seconds, by cron, by both, or by neither (empty, undefined). */
export interface ChangeSchedule {
  readonly everySeconds: number | undefined;
  readonly cron: string;
}

/** Both in words, as `Every 10 seconds`. */
export function changesInWords({ everySeconds, cron }: ChangeSchedule): string {
  const words = [
    ...(everySeconds === undefined ? [] : [secondsInWords(everySeconds)]),
    ...(cron === '' ? [] : [cronInWords(cron)])
  ];
  return words.length === 0 ? NO_SCHEDULE : words.join(' · ');
}

/** A number of seconds as `Every 5 minutes` where it is whole minutes. */
export function secondsInWords(seconds: number): string {
  if (seconds % 60 > 0) return countInWords(seconds, { one: EVERY_SECOND, other: EVERY_SECONDS });
  return countInWords(seconds / 60, { one: FULL_MINUTE, other: FULL_MINUTES });
}

/** The next moment of a cron on the clock of Sage, ISO 8601; undefined where it cannot be told. */
export function nextRunOf(cron: string, timeZone: string | undefined, now: number): string | undefined {
  const reading = readCron(cron);
  if (reading.kind === 'fault' || timeZone === undefined) return undefined;
  const next = nextSlot(reading.times, timeZone, now);
  return next === undefined ? undefined : new Date(next).toISOString();
}

/** A moment to the minute, on the user's own clock. */
export function formatMinute(moment: string, locale: string = LOCALE, timeZone: string = TIME_ZONE): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(moment)
  );
}
