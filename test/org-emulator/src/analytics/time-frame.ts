import { notSupported } from '../errors/salesforce-error.ts';
import { dateRange } from '../soql/date-literals.ts';
import { inZone } from '../soql/date-parts.ts';
import type { ReportCall, ReportRow, ReportSource } from './report-source.ts';

/** The standard date filter of a report. */
export interface TimeFrame {
  readonly dateColumn: string;
  readonly interval: string;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

/** Intervals of reports (Metadata API, Report, "UserDateInterval") as the date literals they mean. */
const intervals: Readonly<Record<string, string>> = {
  INTERVAL_CURRENT: 'THIS_FISCAL_QUARTER',
  INTERVAL_CURY: 'THIS_FISCAL_YEAR',
  INTERVAL_PREVY: 'LAST_FISCAL_YEAR',
  INTERVAL_LASTQ: 'LAST_FISCAL_QUARTER',
  INTERVAL_NEXTQ: 'NEXT_FISCAL_QUARTER',
  INTERVAL_TODAY: 'TODAY',
  INTERVAL_YESTERDAY: 'YESTERDAY',
  INTERVAL_TOMORROW: 'TOMORROW',
  INTERVAL_THISWEEK: 'THIS_WEEK',
  INTERVAL_LASTWEEK: 'LAST_WEEK',
  INTERVAL_NEXTWEEK: 'NEXT_WEEK',
  INTERVAL_THISMONTH: 'THIS_MONTH',
  INTERVAL_LASTMONTH: 'LAST_MONTH',
  INTERVAL_NEXTMONTH: 'NEXT_MONTH',
  INTERVAL_LAST7: 'LAST_N_DAYS:7',
  INTERVAL_LAST30: 'LAST_N_DAYS:30',
  INTERVAL_LAST60: 'LAST_N_DAYS:60',
  INTERVAL_LAST90: 'LAST_N_DAYS:90',
  INTERVAL_LAST120: 'LAST_N_DAYS:120',
  INTERVAL_NEXT30: 'NEXT_N_DAYS:30'
};

/** Whether a row's date lies in the frame; `INTERVAL_CUSTOM` without dates is all time. */
export function compileTimeFrame(
  { org, access }: ReportCall,
  source: ReportSource,
  frame: TimeFrame | undefined
): (row: ReportRow) => boolean {
  if (!frame || (frame.interval === 'INTERVAL_CUSTOM' && !frame.startDate && !frame.endDate))
    return () => true;
  const column = source.column(frame.dateColumn);
  const zone = String(access.user.TimeZoneSidKey ?? 'GMT');
  const momentOf = (row: ReportRow) => {
    const value = column.valueOf(row);
    return typeof value === 'string' ? inZone(column.field.type, value, zone) : undefined;
  };
  if (frame.interval === 'INTERVAL_CUSTOM') {
    return (row) => {
      const day = momentOf(row)?.toISODate() ?? '';
      return day !== '' && day >= (frame.startDate ?? '') && (!frame.endDate || day <= frame.endDate);
    };
  }
  const literal = intervals[frame.interval];
  if (literal === undefined) throw notSupported(`the report interval ${frame.interval}`);
  const { from, until } = dateRange(literal, org.clock.now(), zone);
  return (row) => {
    const moment = momentOf(row)?.toMillis();
    return moment !== undefined && moment >= from && moment < until;
  };
}
