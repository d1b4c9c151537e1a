import { dayFrom, dayOfYear, isoWeek, monthsLater, startOfDay, withinDay } from '../calendar.ts';
import { FormulaError } from '../formula.ts';
import { FormulaNumber, wholePart } from '../formula-number.ts';
import { illegalType } from '../formula-problem.ts';
import {
  byKind,
  type Call,
  type FunctionBuilder,
  type FunctionTable,
  none,
  one,
  three,
  two
} from './function-builder.ts';

function ofDay(part: (date: Date) => number): FunctionBuilder {
  return one('date', 'number', (day) => new FormulaNumber(part(new Date(day))));
}

function ofTime(part: (time: Date) => number): FunctionBuilder {
  return one('time', 'number', (time) => new FormulaNumber(part(new Date(time))));
}

/** Of a date or a date-time. */
function ofMoment(part: (moment: number) => number): FunctionBuilder {
  const compute = (moment: number) => new FormulaNumber(part(moment));
  return byKind(
    { date: one('date', 'number', compute), datetime: one('datetime', 'number', compute) },
    illegal
  );
}

function illegal(call: Call): Error {
  return illegalType(call.name);
}

function date(year: FormulaNumber, month: FormulaNumber, day: FormulaNumber): number {
  const found = dayFrom(wholePart(year), wholePart(month), wholePart(day));
  if (found === undefined)
    throw new FormulaError('#Error!', 'Year, month or day out of range in DATE() function');
  return found;
}

/** All in UTC, which is the org's time zone. WEEKDAY counts from Sunday, which is 1. */
export const dateFunctions: FunctionTable = {
  ADDMONTHS: byKind(
    {
      date: two(['date', 'number'], 'date', (day, months) => monthsLater(day, wholePart(months))),
      datetime: two(['datetime', 'number'], 'datetime', (at, months) => monthsLater(at, wholePart(months))),
      null: two(['date', 'number'], 'date', (day) => day)
    },
    illegal
  ),
  DATE: three(['number', 'number', 'number'], 'date', date),
  DAY: ofDay((day) => day.getUTCDate()),
  DAYOFYEAR: ofMoment(dayOfYear),
  HOUR: ofTime((time) => time.getUTCHours()),
  ISOWEEK: ofMoment((moment) => isoWeek(moment).week),
  ISOYEAR: ofMoment((moment) => isoWeek(moment).year),
  MILLISECOND: ofTime((time) => time.getUTCMilliseconds()),
  MINUTE: ofTime((time) => time.getUTCMinutes()),
  MONTH: ofDay((day) => day.getUTCMonth() + 1),
  NOW: none('datetime', ({ now }) => now.getTime()),
  SECOND: ofTime((time) => time.getUTCSeconds()),
  TIMENOW: none('time', ({ now }) => withinDay(now.getTime())),
  TODAY: none('date', ({ now }) => startOfDay(now.getTime())),
  WEEKDAY: ofDay((day) => day.getUTCDay() + 1),
  YEAR: ofDay((day) => day.getUTCFullYear())
};
