import COUNTS from '@salesforce/label/c.Sage_Progress_Counts';
import EMPTY from '@salesforce/label/c.Sage_Progress_Empty';
import ENDED from '@salesforce/label/c.Sage_Progress_Ended';
import ENDED_FAILED from '@salesforce/label/c.Sage_Progress_Ended_Failed';
import FAILED_RECORDS from '@salesforce/label/c.Sage_Progress_Failed_Records';
import FAILED_RECORDS_ONE from '@salesforce/label/c.Sage_Progress_Failed_Records_One';
import LOADING from '@salesforce/label/c.Sage_Progress_Loading';
import READ from '@salesforce/label/c.Sage_Progress_Read';
import READ_OF from '@salesforce/label/c.Sage_Progress_Read_Of';
import STATE_FAILED from '@salesforce/label/c.Sage_Progress_State_Failed';
import STATE_INTERRUPTED from '@salesforce/label/c.Sage_Progress_State_Interrupted';
import STATE_RUNNING from '@salesforce/label/c.Sage_Progress_State_Running';
import STATE_STOPPED from '@salesforce/label/c.Sage_Progress_State_Stopped';
import STATE_STOPPING from '@salesforce/label/c.Sage_Progress_State_Stopping';
import STATE_SUCCEEDED from '@salesforce/label/c.Sage_Progress_State_Succeeded';
import STATE_WAITING from '@salesforce/label/c.Sage_Progress_State_Waiting';
import STOP from '@salesforce/label/c.Sage_Progress_Stop';
import STOP_ALL from '@salesforce/label/c.Sage_Progress_Stop_All';
import STOP_HINT from '@salesforce/label/c.Sage_Progress_Stop_Hint';
import SUMMARY from '@salesforce/label/c.Sage_Progress_Summary';
import LOCALE from '@salesforce/i18n/locale';
import { countInWords, fillIn } from 'c/labelText';
import { isRunning } from 'c/syncRun';
import type { SyncRun } from 'c/syncRun';
import { percentOf } from './percent';

/** The words that never change. */
export const labels = {
  empty: EMPTY,
  loading: LOADING,
  stop: STOP,
  stopAll: STOP_ALL,
  stopHint: STOP_HINT
};

/** One run as the page shows it. */
export interface RunRow {
  readonly runId: number;
  readonly pair: string;
  readonly label: string;
  readonly state: string;
  readonly icon: string;
  readonly iconVariant: string;
  readonly stateWords: string;
  readonly read: string;
  readonly counts: string;
  /** 0 to 100; undefined where nobody knows how many are expected. */
  readonly percent: number | undefined;
  readonly hasBar: boolean;
  readonly barStyle: string;
  readonly barClass: string;
  /** Undefined when none failed. */
  readonly failures: string | undefined;
  readonly reason: string | undefined;
}

const LOOKS = {
  waiting: { words: STATE_WAITING, icon: 'utility:clock', iconVariant: '' },
  running: { words: STATE_RUNNING, icon: 'utility:sync', iconVariant: '' },
  stopping: { words: STATE_STOPPING, icon: 'utility:sync', iconVariant: '' },
  succeeded: { words: STATE_SUCCEEDED, icon: 'utility:success', iconVariant: 'success' },
  failed: { words: STATE_FAILED, icon: 'utility:error', iconVariant: 'error' },
  stopped: { words: STATE_STOPPED, icon: 'utility:stop', iconVariant: '' },
  interrupted: { words: STATE_INTERRUPTED, icon: 'utility:warning', iconVariant: 'warning' }
} as const;

/** Puts runs into words, in their order. */
export function rowsOf(
  runs: readonly SyncRun[],
  expected: Readonly<Record<string, number>>
): readonly RunRow[] {
  return runs.map((run) => rowOf(run, expected[run.pair]));
}

/** How many of the runs have ended. */
export function summaryOf(runs: readonly SyncRun[]): string {
  const ended = runs.filter((run) => !isRunning(run)).length;
  return fillIn(SUMMARY, number(ended), number(runs.length));
}

/** What a screen reader is told when all have ended. */
export function announceEnd(runs: readonly SyncRun[]): string {
  const failed = runs.reduce((sum, { counts }) => sum + counts.failed, 0);
  const words = failed === 0 ? ENDED : ENDED_FAILED;
  return fillIn(words, number(runs.length), number(failed));
}

function rowOf(run: SyncRun, expected: number | undefined): RunRow {
  const { runId, pair, label, counts, reason } = run;
  const look = LOOKS[lookOf(run)];
  const percent = percentOf(run, expected);
  return {
    runId,
    pair,
    label,
    state: run.state,
    icon: look.icon,
    iconVariant: look.iconVariant,
    stateWords: look.words,
    read: readInWords(run, expected),
    counts: countsInWords(run),
    percent,
    hasBar: percent !== undefined,
    barStyle: `width: ${percent ?? 0}%`,
    barClass: `slds-progress-bar__value${run.state === 'succeeded' ? ' slds-progress-bar__value_success' : ''}`,
    failures:
      counts.failed === 0
        ? undefined
        : countInWords(counts.failed, { one: FAILED_RECORDS_ONE, other: FAILED_RECORDS }),
    reason: run.state === 'succeeded' ? undefined : reason
  };
}

function lookOf(run: SyncRun): keyof typeof LOOKS {
  if (run.state !== 'running') return run.state;
  if (run.stopRequested) return 'stopping';
  // Runs wait for those that they depend on; a run that has read nothing waits, or has only just begun.
  return run.counts.read === 0 ? 'waiting' : 'running';
}

function readInWords({ counts }: SyncRun, expected: number | undefined): string {
  if (expected === undefined) return fillIn(READ, number(counts.read));
  return fillIn(READ_OF, number(counts.read), number(expected));
}

function countsInWords({ counts }: SyncRun): string {
  const { created, updated, unchanged, skipped } = counts;
  return fillIn(COUNTS, number(created), number(updated), number(unchanged), number(skipped));
}

function number(count: number): string {
  return new Intl.NumberFormat(LOCALE).format(count);
}
