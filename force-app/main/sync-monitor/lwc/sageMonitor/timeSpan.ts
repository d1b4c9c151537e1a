import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { ChartBar } from 'c/runChart';
import type { LogLine } from './logLines';

/** How far back the chart goes. */
export type Span = 'day' | 'week' | 'month';
export const SPANS: readonly Span[] = ['day', 'week', 'month'];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LENGTHS: Readonly<Record<Span, { readonly bars: number; readonly barMs: number }>> = {
  day: { bars: 24, barMs: HOUR_MS },
  week: { bars: 7, barMs: DAY_MS },
  month: { bars: 30, barMs: DAY_MS }
};

/** Hours of the whole span. */
export function hoursOf(span: Span): number {
  return (LENGTHS[span].bars * LENGTHS[span].barMs) / HOUR_MS;
}

/** Begin of the span that ends with the hour of `now`, ISO 8601 in UTC; the same for every `now` of that hour. */
export function beginOf(span: Span, now: number): string {
  const { bars, barMs } = LENGTHS[span];
  const end = Math.floor(now / HOUR_MS) * HOUR_MS + HOUR_MS;
  return new Date(end - bars * barMs).toISOString();
}

/** Adds the lines up by hour, or by stretches of 24 hours, oldest first. */
export function barsOf(lines: readonly LogLine[], span: Span, begin: string): readonly ChartBar[] {
  const { bars, barMs } = LENGTHS[span];
  const from = Date.parse(begin);
  const sums = Array.from({ length: bars }, () => ({ created: 0, updated: 0, failed: 0 }));
  for (const { startedAt, created, updated, failed } of lines) {
    const sum = sums[Math.floor((Date.parse(startedAt) - from) / barMs)];
    if (sum === undefined) continue;
    sum.created += created;
    sum.updated += updated;
    sum.failed += failed;
  }
  return sums.map((sum, index) => ({ key: `${index}`, name: nameOf(from + index * barMs, span), ...sum }));
}

/** The hour, or the day and hour, at which a bar begins, in the user's time zone. */
function nameOf(moment: number, span: Span): string {
  const style: Intl.DateTimeFormatOptions =
    span === 'day'
      ? { weekday: 'short', hour: 'numeric', minute: '2-digit' }
      : { month: 'short', day: 'numeric', hour: 'numeric' };
  return new Intl.DateTimeFormat(LOCALE, { ...style, timeZone: TIME_ZONE }).format(moment);
}
