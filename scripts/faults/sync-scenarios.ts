import type { FaultReport, FaultRun } from '../../test/faults/store/fault-report.ts';
import { playSyncCases } from '../../test/faults/sync/cases/play-sync-cases.ts';
import { killAmongEdits } from '../../test/faults/sync/kills/kills-among-edits.ts';
import type { SyncFaultOptions } from './sync-options.ts';
import type { ScenarioOutcome } from './scenarios.ts';

type SyncFaultRun = FaultRun & { readonly finished: (outcome: ScenarioOutcome) => void };

/** One after the other, so that none disturbs the timing of another. */
export async function runSyncScenarios(
  options: SyncFaultOptions,
  run: SyncFaultRun
): Promise<ScenarioOutcome[]> {
  const outcomes: ScenarioOutcome[] = [];
  for (const scenario of options.scenarios) {
    if (run.stop.aborted) break;
    const startedAt = performance.now();
    const reports = await runners[scenario](options, run);
    const seconds = (performance.now() - startedAt) / 1_000;
    const outcome = { scenario: `sync, ${scenario}`, seconds, reports, leftOut: [] };
    run.finished(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

const runners: Readonly<
  Record<
    SyncFaultOptions['scenarios'][number],
    (options: SyncFaultOptions, run: FaultRun) => Promise<readonly FaultReport[]>
  >
> = {
  cases: (options, run) => playSyncCases(options, run),
  kills: async (options, run) => [await killAmongEdits(options, run)]
};
