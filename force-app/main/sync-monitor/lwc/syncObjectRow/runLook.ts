import { countsInWords, modeInWords } from 'c/syncObjectModel';
import type { PairRow } from 'c/syncObjectModel';
import type { RunState, SyncRun } from 'c/syncRun';
import { progressInWords, stateWords } from './rowWords';

type Look = keyof typeof stateWords;

const ICONS: Readonly<Record<Look, readonly [icon: string, variant: string]>> = {
  waiting: ['utility:clock', ''],
  running: ['utility:sync', ''],
  stopping: ['utility:sync', ''],
  succeeded: ['utility:success', 'success'],
  failed: ['utility:error', 'error'],
  stopped: ['utility:stop', ''],
  interrupted: ['utility:warning', 'warning']
};

/** The last run of a pair, or the one that goes on, as its row shows it. */
export interface RunLook {
  readonly state: RunState;
  readonly icon: string;
  readonly iconVariant: string;
  readonly words: string;
  /** What it was started as; undefined where only the record tells of it. */
  readonly mode: string | undefined;
  /** When it ended, or began where it goes on; milliseconds. */
  readonly moment: number;
  readonly counts: string;
  readonly failedRecords: number;
  /** Why it ended as it did; undefined for one that succeeded. */
  readonly reason: string | undefined;
  readonly runId: number | undefined;
  readonly isRunning: boolean;
  readonly isStopping: boolean;
  /** How far it is; undefined where nobody knows how many are expected. */
  readonly percent: number | undefined;
  readonly progress: string;
}

/** From the service where it has answered, else from the record; undefined where the pair never ran. */
export function runLookOf(row: PairRow): RunLook | undefined {
  return row.run === undefined ? lookOfRecord(row) : lookOfRun(row.run, row);
}

function lookOfRun(run: SyncRun, { expected }: PairRow): RunLook {
  const look = nameOf(run);
  const [icon, iconVariant] = ICONS[look];
  const counts = countsInWords(run.counts);
  return {
    ...{ state: run.state, icon, iconVariant, words: stateWords[look], mode: modeInWords(run.mode) },
    moment: Date.parse(run.finishedAt ?? run.startedAt),
    counts,
    failedRecords: run.counts.failed,
    reason: run.state === 'succeeded' ? undefined : run.reason,
    runId: run.runId,
    isRunning: run.state === 'running',
    isStopping: look === 'stopping',
    percent: run.mode === 'full' ? percentOf(run.counts.read, expected) : undefined,
    progress: progressInWords(run.mode, counts)
  };
}

/** What the service wrote at the object pair: `Succeeded`, `Stopped` or `Failed`, with one sentence. */
function lookOfRecord({ object }: PairRow): RunLook | undefined {
  const states = ['succeeded', 'stopped', 'failed'] as const;
  const state = states.find((each) => each === object?.lastRunState?.toLowerCase());
  if (state === undefined || object?.lastRunAt === undefined) return undefined;
  const [icon, iconVariant] = ICONS[state];
  const message = object.lastRunMessage ?? '';
  return {
    ...{ state, icon, iconVariant, words: stateWords[state], mode: undefined },
    moment: Date.parse(object.lastRunAt),
    counts: state === 'failed' ? '' : message,
    failedRecords: 0,
    reason: state === 'failed' ? message : undefined,
    runId: undefined,
    ...{ isRunning: false, isStopping: false, percent: undefined, progress: '' }
  };
}

function nameOf({ state, stopRequested, counts }: SyncRun): Look {
  if (state !== 'running') return state;
  if (stopRequested) return 'stopping';
  // A run that has read nothing waits for those that it depends on, or has only just begun.
  return counts.read === 0 ? 'waiting' : 'running';
}

/** An estimate is no promise: a run that goes on is never shown as complete. */
function percentOf(read: number, expected: number | undefined): number | undefined {
  if (expected === undefined || expected <= 0) return undefined;
  return Math.min(99, Math.floor((read / expected) * 100));
}
