import HISTORY from '@salesforce/label/c.Sage_Failures_Detail_History_Heading';
import ALERT from '@salesforce/label/c.Sage_Monitor_Attention_Alert';
import ATTENTION from '@salesforce/label/c.Sage_Monitor_Attention_Title';
import AVAILABILITY from '@salesforce/label/c.Sage_Monitor_Availability_Title';
import BUDGET from '@salesforce/label/c.Sage_Monitor_Budget_Title';
import BUDGET_ENDS from '@salesforce/label/c.Sage_Monitor_Attention_Budget';
import CAUSES from '@salesforce/label/c.Sage_Monitor_Causes_Title';
import CUT from '@salesforce/label/c.Sage_Monitor_Cut';
import DECISION_ONE from '@salesforce/label/c.Sage_Monitor_Attention_Decision_One';
import DECISIONS from '@salesforce/label/c.Sage_Monitor_Attention_Decisions';
import GATE from '@salesforce/label/c.Sage_Monitor_Attention_Gate';
import GATE_READING from '@salesforce/label/c.Sage_Monitor_Gate_Sage_Reading';
import GATE_SALESFORCE from '@salesforce/label/c.Sage_Monitor_Gate_Salesforce';
import GATE_WRITING from '@salesforce/label/c.Sage_Monitor_Gate_Sage_Writing';
import LATE from '@salesforce/label/c.Sage_Monitor_Attention_Late';
import LINK_FAILURES from '@salesforce/label/c.Sage_Monitor_Link_Failures';
import LINK_OBJECTS from '@salesforce/label/c.Sage_Monitor_Link_Objects';
import LINK_RUN from '@salesforce/label/c.Sage_Monitor_Link_Run';
import LINK_SET_UP from '@salesforce/label/c.Sage_Monitor_Link_Set_Up';
import LOADING from '@salesforce/label/c.Sage_Monitor_Loading';
import LOADING_RUN from '@salesforce/label/c.Sage_Monitor_Loading_Run';
import NEWEST_RUNS from '@salesforce/label/c.Sage_Monitor_Newest_Runs';
import NO_ACCESS_ACTION from '@salesforce/label/c.Sage_Monitor_No_Access_Action';
import NO_ACCESS_TITLE from '@salesforce/label/c.Sage_Monitor_No_Access_Title';
import NO_RUNS from '@salesforce/label/c.Sage_Monitor_No_Runs';
import OLDEST from '@salesforce/label/c.Sage_Monitor_Oldest';
import OLDEST_FAILURE from '@salesforce/label/c.Sage_Monitor_Oldest_Failure';
import OLDEST_NONE from '@salesforce/label/c.Sage_Monitor_Oldest_None';
import QUEUES from '@salesforce/label/c.Sage_Monitor_Queue_Title';
import REFRESH from '@salesforce/label/c.Sage_Monitor_Refresh';
import RUN_BACK from '@salesforce/label/c.Sage_Monitor_Run_Back';
import RUN_STREAM from '@salesforce/label/c.Sage_Monitor_Attention_Stream';
import RUN_FAILED from '@salesforce/label/c.Sage_Monitor_Attention_Run';
import RUNS_COUNTS from '@salesforce/label/c.Sage_Monitor_Runs_Counts';
import SPAN from '@salesforce/label/c.Sage_Monitor_Span';
import SPAN_DAY from '@salesforce/label/c.Sage_Monitor_Span_Day';
import SPAN_MONTH from '@salesforce/label/c.Sage_Monitor_Span_Month';
import SPAN_WEEK from '@salesforce/label/c.Sage_Monitor_Span_Week';
import SUMMARY from '@salesforce/label/c.Sage_Monitor_Throughput';
import TELL_CONCERN_ONE from '@salesforce/label/c.Sage_Monitor_Tell_Concern_One';
import TELL_CONCERNS from '@salesforce/label/c.Sage_Monitor_Tell_Concerns';
import TELL_WELL from '@salesforce/label/c.Sage_Monitor_Attention_Well';
import THROUGHPUT from '@salesforce/label/c.Sage_Monitor_Throughput_Title';
import TITLE from '@salesforce/label/c.Sage_Monitor_Title';
import LOCALE from '@salesforce/i18n/locale';
import { formatMoment } from 'c/calendarDay';
import { countInWords, fillIn } from 'c/labelText';
import type { ChartBar } from 'c/runChart';
import type { RunCounts } from 'c/syncRun';
import type { Activity } from './activity';
import { hoursOf } from './timeSpan';
import type { Span } from './timeSpan';

export const labels = {
  attention: ATTENTION,
  availability: AVAILABILITY,
  back: RUN_BACK,
  budget: BUDGET,
  causes: CAUSES,
  cut: CUT,
  loading: LOADING,
  loadingRun: LOADING_RUN,
  newestRuns: NEWEST_RUNS,
  noAccessAction: NO_ACCESS_ACTION,
  noAccessTitle: NO_ACCESS_TITLE,
  noRuns: NO_RUNS,
  queues: QUEUES,
  recordHistory: HISTORY,
  refresh: REFRESH,
  span: SPAN,
  throughput: THROUGHPUT,
  title: TITLE
};

/** The sentences of what needs attention. */
export const attention = {
  alert: ALERT,
  budget: BUDGET_ENDS,
  decisionOne: DECISION_ONE,
  decisions: DECISIONS,
  gate: GATE,
  late: LATE,
  run: RUN_FAILED,
  stream: RUN_STREAM
};

/** What the links of these sentences say. */
export const links = {
  failures: LINK_FAILURES,
  objects: LINK_OBJECTS,
  run: LINK_RUN,
  setUp: LINK_SET_UP
};

const GATES: Readonly<Record<string, string>> = {
  'sage-reading': GATE_READING,
  'sage-writing': GATE_WRITING,
  salesforce: GATE_SALESFORCE
};
const SPAN_NAMES: Readonly<Record<Span, string>> = { day: SPAN_DAY, week: SPAN_WEEK, month: SPAN_MONTH };

export function gateName(name: string): string {
  return GATES[name] ?? name;
}

export function spanName(span: Span): string {
  return SPAN_NAMES[span];
}

/** How many records in the span, how many of them failed, and how many in an hour. */
export function throughputInWords(bars: readonly ChartBar[], span: Span): string {
  const sum = (kind: 'created' | 'updated' | 'failed') => bars.reduce((total, bar) => total + bar[kind], 0);
  const moved = sum('created') + sum('updated');
  return fillIn(
    SUMMARY,
    number(moved),
    SPAN_NAMES[span],
    number(moved / hoursOf(span)),
    number(sum('failed'))
  );
}

/** Since when the change that waits longest waits, and the failure that is open longest. */
export function oldestInWords(activity: Activity | undefined, oldestFailure: string | undefined): string {
  const [oldest] = activity?.queues.flatMap(({ oldestSince }) => oldestSince ?? []).sort() ?? [];
  const words = oldest === undefined ? OLDEST_NONE : fillIn(OLDEST, formatMoment(oldest));
  if (oldestFailure === undefined) return words;
  return `${words} ${fillIn(OLDEST_FAILURE, formatMoment(oldestFailure))}`;
}

/** A run's counts in one line. */
export function runCounts({ created, updated, failed }: RunCounts): string {
  return fillIn(RUNS_COUNTS, number(created), number(updated), number(failed));
}

/** What a screen reader is told when the list of concerns is another than before. */
export function concernsInWords(count: number): string {
  if (count === 0) return TELL_WELL;
  return countInWords(count, { one: TELL_CONCERN_ONE, other: TELL_CONCERNS });
}

function number(value: number): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value);
}
