import { DateTime, type DateTimeUnit, type DurationLikeObject } from 'luxon';
import { notSupported } from '../errors/salesforce-error.ts';

/** The time a date literal covers, as the milliseconds of its first moment and of the first one after it. */
export interface DateRange {
  readonly from: number;
  readonly until: number;
}

/** A run of whole days, weeks, months…: how many before or after now it begins, and how many it has. */
interface Span {
  readonly unit: keyof DurationLikeObject & ('days' | 'months' | 'quarters' | 'weeks' | 'years');
  readonly first: number;
  readonly count: number;
}

const fixed: Readonly<Record<string, Span>> = {
  YESTERDAY: { unit: 'days', first: -1, count: 1 },
  TODAY: { unit: 'days', first: 0, count: 1 },
  TOMORROW: { unit: 'days', first: 1, count: 1 },
  LAST_90_DAYS: { unit: 'days', first: -90, count: 91 },
  NEXT_90_DAYS: { unit: 'days', first: 1, count: 90 }
};

const relative = /^(LAST|THIS|NEXT)_(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)$/;
const counted = /^(LAST|NEXT)_N_(?:FISCAL_)?(DAYS|WEEKS|MONTHS|QUARTERS|YEARS)$/;
const ago = /^N_(?:FISCAL_)?(DAYS|WEEKS|MONTHS|QUARTERS|YEARS)_AGO$/;

/**
 * Range of a literal such as `TODAY` or `LAST_N_DAYS:3` in a time zone (SOQL and SOSL Reference, "Date Formats and
 * Date Literals"). Weeks begin on Sunday, as in the locale of the local org; fiscal years are calendar years.
 */
export function dateRange(literal: string, now: Date, zone: string): DateRange {
  const [name = '', count = '0'] = literal.toUpperCase().split(':');
  const span = fixed[name] ?? relativeSpan(name) ?? countedSpan(name, Number(count));
  if (!span) throw notSupported(`the date literal ${name}`);
  const here = DateTime.fromJSDate(now, { zone });
  const from = startOf(here, span.unit).plus({ [span.unit]: span.first });
  return { from: from.toMillis(), until: from.plus({ [span.unit]: span.count }).toMillis() };
}

function relativeSpan(name: string): Span | undefined {
  const [, when = '', unit = ''] = relative.exec(name) ?? [];
  if (unit === '') return undefined;
  return { unit: unitOf(`${unit}S`), first: { LAST: -1, THIS: 0, NEXT: 1 }[when] ?? 0, count: 1 };
}

function countedSpan(name: string, count: number): Span | undefined {
  const [, backwards] = ago.exec(name) ?? [];
  if (backwards !== undefined) return { unit: unitOf(backwards), first: -count, count: 1 };
  const [, when, units] = counted.exec(name) ?? [];
  if (units === undefined) return undefined;
  const unit = unitOf(units);
  if (when === 'NEXT') return { unit, first: 1, count };
  // The last days include today; the last weeks, months, quarters and years end before the present one.
  return unit === 'days' ? { unit, first: -count, count: count + 1 } : { unit, first: -count, count };
}

function unitOf(units: string): Span['unit'] {
  const found = (['days', 'weeks', 'months', 'quarters', 'years'] as const).find(
    (each) => each === units.toLowerCase()
  );
  return found ?? 'days';
}

function startOf(moment: DateTime, units: Span['unit']): DateTime {
  if (units === 'weeks') return moment.startOf('day').minus({ days: moment.weekday % 7 });
  const singular: Record<Exclude<Span['unit'], 'weeks'>, DateTimeUnit> = {
    days: 'day',
    months: 'month',
    quarters: 'quarter',
    years: 'year'
  };
  return moment.startOf(singular[units]);
}

/** Whether a moment stands in the given relation to a range of days. */
export function isInRelation(operator: string, moment: number | null, range: DateRange): boolean {
  if (moment === null) return operator === '!=';
  const inside = moment >= range.from && moment < range.until;
  switch (operator) {
    case '=':
      return inside;
    case '!=':
      return !inside;
    case '<':
      return moment < range.from;
    case '<=':
      return moment < range.until;
    case '>':
      return moment >= range.until;
    case '>=':
      return moment >= range.from;
    default:
      throw notSupported(`the operator ${operator} with a date literal`);
  }
}
