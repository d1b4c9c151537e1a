import type { ClaimedJob } from '../../../store/port/job.ts';
import type { Store } from '../../../store/port/store.ts';
import type { SyncRun } from '../../../store/port/sync-runs.ts';
import type { SyncRunJob } from '../payloads.ts';
import { runIdOf, unfinishedJobs } from './start-run.ts';

/** What a job of the lane is to do. */
export type Turn =
  /** A slice: of this run, or of one that is still to begin. */
  | { readonly do: 'work'; readonly run: SyncRun | undefined }
  /** Nothing: another run does it, or its own has ended. */
  | { readonly do: 'leave' }
  /** Come again behind the slice of the run that is under way. */
  | { readonly do: 'behind' };

/** One run of a pair at a time: what a job may do beside the run that is under way. */
export async function turnOf(
  store: Pick<Store, 'jobs' | 'syncRuns'>,
  job: Pick<ClaimedJob, 'id'>,
  asked: SyncRunJob
): Promise<Turn> {
  const [running] = await store.syncRuns.list({ object: asked.pair, state: 'running', limit: 1 });
  if (asked.runId !== undefined) return turnOfSlice(store, asked.runId, running);
  if (running === undefined) return { do: 'work', run: undefined };
  const others = (await unfinishedJobs(store, asked.pair)).filter(({ id }) => id !== job.id);
  if (others.some((other) => runIdOf(other) === running.id)) {
    // A mapping that was published since is not that of the run under way.
    const isSame = running.mode === asked.mode && asked.trigger !== 'mapping';
    return { do: isSame ? 'leave' : 'behind' };
  }
  // Its process ended before it had a job with its number.
  if (running.mode === asked.mode) return { do: 'work', run: running };
  await store.syncRuns.finish(running.id, 'failed', { reason: 'Its job is gone.' });
  return { do: 'work', run: undefined };
}

async function turnOfSlice(
  { syncRuns }: Pick<Store, 'syncRuns'>,
  runId: number,
  running: SyncRun | undefined
): Promise<Turn> {
  if (running?.id === runId) return { do: 'work', run: running };
  const own = await syncRuns.find(runId);
  // It counts as interrupted while a system was away for long: it goes on as a run of its own.
  const goesOn = running === undefined && own?.state === 'interrupted';
  return goesOn ? { do: 'work', run: undefined } : { do: 'leave' };
}
