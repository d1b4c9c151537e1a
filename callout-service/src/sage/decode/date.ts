import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { Cell } from '../odbc/protocol.ts';
import { UndecodableValueError } from './undecodable-value.ts';

const LEADING_DAY = /^(\d{4})-(\d{2})-(\d{2})(?![\d])/;

// What Sage Premium (SQL Server's first day) and date pickers write for "no date".
const BLANK_DAYS = new Set(['1753-01-01', '1900-01-01']);

/**
 * A date column as `YYYY-MM-DD`; a time after it is cut off. Blank reads as null, and so does a day that the calendar
 * does not have: Sage's files hold bad dates, and one must not hide the rest of the record.
 */
export function decodeDate(value: Cell): CalendarDay | null {
  if (value === null) return null;
  if (typeof value !== 'string') throw new UndecodableValueError('a date');
  const [day, year, month, dayOfMonth] = LEADING_DAY.exec(value.trim()) ?? [];
  if (day === undefined || BLANK_DAYS.has(day)) return null;
  return isInCalendar(Number(year), Number(month), Number(dayOfMonth)) ? day : null;
}

function isInCalendar(year: number, month: number, dayOfMonth: number): boolean {
  if (year < 1) return false;
  // Every month has these: no need to ask a calendar for most days of most rows.
  if (month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 28) return true;
  const day = new Date(0);
  day.setUTCFullYear(year, month - 1, dayOfMonth);
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === dayOfMonth;
}
