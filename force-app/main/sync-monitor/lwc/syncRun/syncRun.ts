/** Runs over object pairs, as the service describes them (docs/openapi/sync-run.schema.json). */
import { readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';

/** More than a page of the service ever holds. */
const MOST_RUNS = 200;
const STATES = ['running', 'succeeded', 'failed', 'stopped', 'interrupted'] as const;

/** How a run is; all but `running` are for good. */
export type RunState = (typeof STATES)[number];

/** Records of a run, by what became of them. */
export type RunCounts = Readonly<
  Record<'read' | 'created' | 'updated' | 'unchanged' | 'skipped' | 'failed', number>
>;

/** One run over one object pair. */
export interface SyncRun {
  readonly runId: number;
  /** The object pair, as `Account-customer`. */
  readonly pair: string;
  /** The object pair in words. */
  readonly label: string;
  readonly mode: 'changes' | 'full' | 'reconcile';
  readonly trigger: string;
  readonly state: RunState;
  /** True once a person asked a running one to end. */
  readonly stopRequested: boolean;
  readonly counts: RunCounts;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | undefined;
  /** Why it ended as it did. */
  readonly reason: string | undefined;
}

/** A page of runs, the newest first. */
export interface RunPage {
  readonly runs: readonly SyncRun[];
  readonly nextCursor: string | undefined;
  readonly asOf: string;
}

/** Reads the answer of `getSync` or `stopSync`. Throws a `JsonFault` for one that is not what was agreed. */
export function readSyncRun(text: string): SyncRun {
  return runIn(readJsonObject(text));
}

/** Reads the answer of `listSyncs`. Throws a `JsonFault` for one that is not what was agreed. */
export function readRunPage(text: string): RunPage {
  const json = readJsonObject(text);
  return {
    runs: json.list('items', MOST_RUNS, runIn),
    nextCursor: json.optionalText('nextCursor'),
    asOf: json.moment('asOf')
  };
}

/** The numbers of the runs that `startSync` names, with commas between them. */
export function readRunIds(text: string): readonly number[] {
  return text
    .split(',')
    .map((part) => Number(part.trim()))
    .filter((runId) => Number.isSafeInteger(runId) && runId > 0);
}

/** Whether the run goes on. */
export function isRunning({ state }: SyncRun): boolean {
  return state === 'running';
}

function runIn(json: JsonReader): SyncRun {
  const counts = json.object('counts');
  return {
    runId: json.count('runId'),
    pair: json.text('pair'),
    label: json.text('label'),
    mode: json.oneOf('mode', ['changes', 'full', 'reconcile']),
    trigger: json.text('trigger'),
    state: json.oneOf('state', STATES),
    stopRequested: json.flag('stopRequested'),
    counts: {
      read: counts.count('read'),
      created: counts.count('created'),
      updated: counts.count('updated'),
      unchanged: counts.count('unchanged'),
      skipped: counts.count('skipped'),
      failed: counts.count('failed')
    },
    startedAt: json.moment('startedAt'),
    finishedAt: json.optionalText('finishedAt'),
    reason: json.optionalText('reason')
  };
}
