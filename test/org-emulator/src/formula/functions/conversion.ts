import {
  dayFrom,
  startOfDay,
  storedDate,
  storedDateTime,
  timeFrom,
  timeText,
  withinDay
} from '../calendar.ts';
import { FormulaError } from '../formula.ts';
import { FormulaNumber, numberFrom } from '../formula-number.ts';
import { illegalType, picklistNotAllowed, wrongType } from '../formula-problem.ts';
import { byCount, byKind, type Call, type FunctionTable, one, parameter, two } from './function-builder.ts';

function textOfDateTime(moment: number): string {
  return `${storedDateTime(moment).slice(0, 19).replace('T', ' ')}Z`;
}

function toNumber(text: string): FormulaNumber | null {
  if (text === '') return null;
  const number = numberFrom(text);
  if (number === undefined) throw new FormulaError('#Error!', `VALUE of '${text}', which is no number`);
  return number;
}

/** `YYYY-MM-DD`; what follows it is not looked at. */
function toDay(text: string): number | null {
  if (text === '') return null;
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text) ?? [];
  const found = dayFrom(Number(year), Number(month), Number(day));
  if (found === undefined) throw new FormulaError('#Error!', `DATEVALUE of '${text}', which is no date`);
  return found;
}

/** `YYYY-MM-DD HH:MM:SS` in UTC; what follows it is not looked at. */
function toMoment(text: string): number | null {
  if (text === '') return null;
  const parts = /^(\d{4}-\d{1,2}-\d{1,2}) (\d{1,2}:\d{1,2}:\d{1,2})/.exec(text);
  const [day, time] = [toDay(parts?.[1] ?? 'none'), timeFrom(parts?.[2] ?? '')];
  if (day === null || time === undefined) throw new FormulaError('#Error!', `DATETIMEVALUE of '${text}'`);
  return day + time;
}

function toTime(text: string): number | null {
  if (text === '') return null;
  const time = timeFrom(text);
  if (time === undefined) throw new FormulaError('#Error!', `TIMEVALUE of '${text}', which is no time`);
  return time;
}

/** `HH:MM:SS` of seconds, or `D:HH:MM:SS` where days are counted apart. */
function duration(seconds: number, withDays: boolean): string {
  const whole = Math.floor(Math.abs(seconds));
  const [days, hours] = [Math.floor(whole / 86_400), Math.floor(whole / 3600)];
  const parts = [withDays ? hours % 24 : hours, Math.floor(whole / 60) % 60, whole % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return withDays ? `${days}:${clock}` : clock;
}

function noText(call: Call): Error {
  const given = parameter(call, 0);
  return given.kind === 'multipicklist'
    ? picklistNotAllowed(given)
    : wrongType(call.name, ['number', 'date', 'datetime', 'picklist'], given);
}

function illegal(call: Call): Error {
  return illegalType(call.name);
}

function noDuration(call: Call): Error {
  return wrongType(call.name, ['number', 'time', 'datetime'], parameter(call, 0));
}

export const conversionFunctions: FunctionTable = {
  DATETIMEVALUE: byKind(
    {
      date: one('date', 'datetime', (day) => day),
      datetime: one('datetime', 'datetime', (moment) => moment),
      null: one('datetime', 'datetime', (moment) => moment),
      text: one('text', 'datetime', toMoment)
    },
    illegal
  ),
  DATEVALUE: byKind(
    {
      datetime: one('datetime', 'date', startOfDay),
      null: one('date', 'date', (day) => day),
      text: one('text', 'date', toDay)
    },
    illegal
  ),
  FORMATDURATION: byCount(
    {
      1: one('number', 'text', (seconds) => duration(seconds.toNumber(), false)),
      2: byKind(
        {
          datetime: two(['datetime', 'datetime'], 'text', (from, to) => duration((to - from) / 1000, true)),
          number: two(['number', 'boolean'], 'text', (seconds, withDays) =>
            duration(seconds.toNumber(), withDays)
          ),
          time: two(['time', 'time'], 'text', (from, to) => duration((to - from) / 1000, false))
        },
        noDuration
      )
    },
    2
  ),
  FROMUNIXTIME: one('number', 'datetime', (seconds) => seconds.mul(1000).trunc().toNumber()),
  TEXT: byKind(
    {
      date: one('date', 'text', storedDate),
      datetime: one('datetime', 'text', textOfDateTime),
      null: one('number', 'text', (number) => number.toFixed()),
      number: one('number', 'text', (number) => (number.isZero() ? '0' : number.toFixed())),
      picklist: one('picklist', 'text', (value) => value),
      time: one('time', 'text', timeText)
    },
    noText
  ),
  TIMEVALUE: byKind(
    {
      datetime: one('datetime', 'time', withinDay),
      null: one('time', 'time', (time) => time),
      text: one('text', 'time', toTime),
      time: one('time', 'time', (time) => time)
    },
    illegal
  ),
  UNIXTIMESTAMP: byKind(
    {
      date: one('date', 'number', secondsOf),
      datetime: one('datetime', 'number', secondsOf),
      time: one('time', 'number', secondsOf)
    },
    illegal
  ),
  ISNUMBER: one('text', 'boolean', (text) => numberFrom(text) !== undefined),
  VALUE: one('text', 'number', toNumber)
};

function secondsOf(moment: number): FormulaNumber {
  return new FormulaNumber(Math.floor(moment / 1000));
}
