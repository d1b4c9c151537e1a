/**
 * Cron expressions of five fields, as the service takes them for the schedules of an object pair: minute, hour, day,
 * month, weekday. What the service's own parser knows beyond that (`L`, `W`, `#`) is not read here.
 */

/** The fields, in their order. */
export const cronFields = ['minute', 'hour', 'day', 'month', 'weekday'] as const;
export type CronField = (typeof cronFields)[number];

/** When an expression fires; each list ascending and without doubles. Weekdays from 0, Sunday. */
export interface CronTimes {
  readonly minute: readonly number[];
  readonly hour: readonly number[];
  readonly day: readonly number[];
  readonly month: readonly number[];
  readonly weekday: readonly number[];
  /** The field is a star. Where both days are given, either of them is enough; else both must fit. */
  readonly anyDay: boolean;
  readonly anyWeekday: boolean;
}

/** An expression that was read, or what is wrong with it: the number of its fields, or one of them. */
export type CronReading =
  | { readonly kind: 'times'; readonly times: CronTimes }
  | { readonly kind: 'fault'; readonly field: CronField | undefined; readonly text: string };

const RANGES: Readonly<Record<CronField, readonly [number, number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  month: [1, 12],
  weekday: [0, 7]
};
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const PART = /^(\*|[A-Z0-9]+(?:-[A-Z0-9]+)?)(?:\/(\d{1,2}))?$/;

/** Reads an expression. Never throws. */
export function readCron(text: string): CronReading {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== cronFields.length) return { kind: 'fault', field: undefined, text: text.trim() };
  const lists = cronFields.map((field, index) => readField(field, parts[index] ?? ''));
  const wrong = lists.findIndex((list) => list === undefined);
  if (wrong >= 0) return { kind: 'fault', field: cronFields[wrong], text: parts[wrong] ?? '' };
  const [minute = [], hour = [], day = [], month = [], weekday = []] = lists;
  // Sunday is 0 and 7.
  const days = ascending(weekday.map((each) => each % 7));
  const times = {
    minute,
    hour,
    day,
    month,
    weekday: days,
    anyDay: parts[2] === '*',
    anyWeekday: parts[4] === '*'
  };
  return isEver(times) ? { kind: 'times', times } : { kind: 'fault', field: 'day', text: parts[2] ?? '' };
}

/** Values of one field; undefined when it is none. */
function readField(field: CronField, text: string): readonly number[] | undefined {
  const lists = text
    .toUpperCase()
    .split(',')
    .map((part) => readPart(field, part));
  if (lists.some((list) => list === undefined)) return undefined;
  return ascending(lists.flatMap((list) => list ?? []));
}

function readPart(field: CronField, text: string): readonly number[] | undefined {
  const [, range, stepText] = PART.exec(text) ?? [];
  if (range === undefined) return undefined;
  const step = stepText === undefined ? 1 : Number(stepText);
  const [from, to] = boundsOf(field, range);
  const [least, most] = RANGES[field];
  const isWithin = from >= least && to <= most && from <= to;
  // A step needs something to step through.
  const isStepOfOne = stepText !== undefined && range !== '*' && !range.includes('-');
  if (!isWithin || step < 1 || isStepOfOne) return undefined;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function boundsOf(field: CronField, range: string): readonly [number, number] {
  const [least, most] = RANGES[field];
  if (range === '*') return [least, field === 'weekday' ? 6 : most];
  const [from = '', to = from] = range.split('-');
  return [numberOf(field, from), numberOf(field, to)];
}

/** NaN for what is no number and no name. */
function numberOf(field: CronField, text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  if (field === 'month' && MONTHS.includes(text)) return MONTHS.indexOf(text) + 1;
  return field === 'weekday' && WEEKDAYS.includes(text) ? WEEKDAYS.indexOf(text) : Number.NaN;
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((one, other) => one - other);
}

/** 30 February never comes; 29 does, in a leap year. */
function isEver({ day, month, anyDay, anyWeekday }: CronTimes): boolean {
  if (anyDay || !anyWeekday) return true;
  return month.some((each) => (day[0] ?? 32) <= new Date(Date.UTC(2028, each, 0)).getUTCDate());
}
