import { DateTime } from 'luxon';
import type { FieldType, FieldValue } from '../schema/field.ts';

/** What a date function gives for a moment in the user's time zone (SOQL and SOSL Reference, "Date Functions"). */
export interface DatePart {
  readonly type: FieldType;
  readonly of: (moment: DateTime) => FieldValue;
}

const whole = (of: (moment: DateTime) => number): DatePart => ({ type: 'int', of });

/** Salesforce's fiscal year is the calendar year unless an admin changes it, which the local org does not have. */
export const dateParts: Readonly<Record<string, DatePart>> = {
  CALENDAR_YEAR: whole(({ year }) => year),
  CALENDAR_QUARTER: whole(({ quarter }) => quarter),
  CALENDAR_MONTH: whole(({ month }) => month),
  FISCAL_YEAR: whole(({ year }) => year),
  FISCAL_QUARTER: whole(({ quarter }) => quarter),
  FISCAL_MONTH: whole(({ month }) => month),
  DAY_IN_YEAR: whole(({ ordinal }) => ordinal),
  DAY_IN_MONTH: whole(({ day }) => day),
  // Sunday is 1; ISO's Sunday is 7.
  DAY_IN_WEEK: whole(({ weekday }) => (weekday % 7) + 1),
  WEEK_IN_YEAR: whole(({ ordinal }) => Math.ceil(ordinal / 7)),
  WEEK_IN_MONTH: whole(({ day }) => Math.ceil(day / 7)),
  HOUR_IN_DAY: whole(({ hour }) => hour),
  DAY_ONLY: { type: 'date', of: (moment) => moment.toISODate() }
};

/** A stored date or date-time in a time zone; a date is the first moment of its day. */
export function inZone(type: FieldType, value: string, zone: string): DateTime {
  return type === 'date' ? DateTime.fromISO(value, { zone }) : DateTime.fromISO(value).setZone(zone);
}
