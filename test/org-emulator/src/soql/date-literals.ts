import { notSupported } from '../errors/salesforce-error.ts';

/** The days a date literal covers, as the milliseconds of its first moment and of the first one after it. */
export interface DateRange {
  readonly from: number;
  readonly until: number;
}

/** Days counted from today: first day of the range and number of days, given N. */
const dayLiterals: Readonly<Record<string, (days: number) => readonly [number, number]>> = {
  TODAY: () => [0, 1],
  YESTERDAY: () => [-1, 1],
  TOMORROW: () => [1, 1],
  LAST_N_DAYS: (days) => [-days, days + 1],
  NEXT_N_DAYS: (days) => [1, days],
  LAST_90_DAYS: () => [-90, 91],
  NEXT_90_DAYS: () => [1, 90]
};

const monthLiterals: Readonly<Record<string, number>> = { LAST_MONTH: -1, THIS_MONTH: 0, NEXT_MONTH: 1 };
const yearLiterals: Readonly<Record<string, number>> = { LAST_YEAR: -1, THIS_YEAR: 0, NEXT_YEAR: 1 };

/** Range of a literal such as `TODAY` or `LAST_N_DAYS:3`. The local org's time zone is UTC. */
export function dateRange(literal: string, now: Date): DateRange {
  const [name = '', count = '0'] = literal.toUpperCase().split(':');
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth();
  const days = dayLiterals[name];
  if (days) {
    const [first, length] = days(Number(count));
    const day = now.getUTCDate() + first;
    return { from: Date.UTC(year, month, day), until: Date.UTC(year, month, day + length) };
  }
  const months = monthLiterals[name];
  if (months !== undefined) {
    return { from: Date.UTC(year, month + months, 1), until: Date.UTC(year, month + months + 1, 1) };
  }
  const years = yearLiterals[name];
  if (years === undefined) throw notSupported(`the date literal ${name}`);
  return { from: Date.UTC(year + years, 0, 1), until: Date.UTC(year + years + 1, 0, 1) };
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
