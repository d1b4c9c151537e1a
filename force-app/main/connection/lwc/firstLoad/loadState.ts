import type { StepState } from 'c/setupStep';
import { isRunning } from 'c/syncRun';
import type { SyncRun } from 'c/syncRun';

/** The last run over everything of each pair, of runs that come the newest first. */
export function lastLoads(runs: readonly SyncRun[], pairs: readonly string[]): ReadonlyMap<string, SyncRun> {
  const loads = runs.filter(({ mode, pair }) => mode === 'full' && pairs.includes(pair));
  return new Map(loads.reverse().map((run) => [run.pair, run]));
}

/** How far the first load is. */
export function loadState(loads: ReadonlyMap<string, SyncRun>, pairs: readonly string[]): StepState {
  const states = pairs.map((pair) => loads.get(pair));
  if (states.some((run) => run !== undefined && isRunning(run))) return 'running';
  if (states.some((run) => run?.state === 'failed' || run?.state === 'interrupted')) return 'failed';
  if (pairs.length > 0 && states.every((run) => run?.state === 'succeeded')) return 'ok';
  return 'todo';
}

/** The numbers of the loads that go on, in the order of the pairs. */
export function runsUnderWay(
  loads: ReadonlyMap<string, SyncRun>,
  pairs: readonly string[]
): readonly number[] {
  return pairs.flatMap((pair) => {
    const run = loads.get(pair);
    return run !== undefined && isRunning(run) ? [run.runId] : [];
  });
}
