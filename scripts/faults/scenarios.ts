import {
  fillTheDiskOfSqlite,
  fillTheLogOfPostgres,
  fillThePages,
  fillTheTablesOfPostgres
} from '../../test/faults/store/disk-full.ts';
import type { FaultReport, FaultRun } from '../../test/faults/store/fault-report.ts';
import { killAgainAndAgain } from '../../test/faults/store/kills.ts';
import { whyNoLoopFileSystem } from '../../test/faults/store/loop-file-system.ts';
import { keepOrder } from '../../test/faults/store/ordering.ts';
import { cutThePowerWithoutFlushing } from '../../test/faults/store/power-cut-control.ts';
import { cutThePower } from '../../test/faults/store/power-cut.ts';
import type { FaultOptions } from './options.ts';

/** What one scenario found on each engine. */
export interface ScenarioOutcome {
  readonly scenario: string;
  readonly seconds: number;
  readonly reports: readonly FaultReport[];
  /** What this machine could not show, and why. */
  readonly leftOut: readonly string[];
}

type Runs = Pick<ScenarioOutcome, 'reports' | 'leftOut'>;
type ScenarioRun = FaultRun & { readonly finished: (outcome: ScenarioOutcome) => void };

/** One after the other, so that none disturbs the timing of another. */
export async function runScenarios(options: FaultOptions, run: ScenarioRun): Promise<ScenarioOutcome[]> {
  const outcomes: ScenarioOutcome[] = [];
  for (const scenario of options.scenarios) {
    const startedAt = performance.now();
    if (run.stop.aborted) break;
    const found = await runners[scenario](options, run);
    const outcome = { scenario, seconds: (performance.now() - startedAt) / 1_000, ...found };
    run.finished(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

const runners: Readonly<
  Record<FaultOptions['scenarios'][number], (options: FaultOptions, run: FaultRun) => Promise<Runs>>
> = {
  kills: (options, run) =>
    onEach(options, (engine) => killAgainAndAgain({ engine, kills: options.kills }, run)),
  ordering: (options, run) => onEach(options, (engine) => keepOrder({ engine, jobs: options.jobs }, run)),
  'disk-full': fullDisks,
  'power-cut': powerCuts
};

async function onEach(
  { engines }: FaultOptions,
  work: (engine: FaultOptions['engines'][number]) => Promise<FaultReport>
): Promise<Runs> {
  const reports: FaultReport[] = [];
  for (const engine of engines) reports.push(await work(engine));
  return { reports, leftOut: [] };
}

async function powerCuts(options: FaultOptions, run: FaultRun): Promise<Runs> {
  const why = whyNoLoopFileSystem();
  if (why !== undefined) return { reports: [], leftOut: [`power-cut: ${why}`] };
  const control = await cutThePowerWithoutFlushing({ cuts: options['control-cuts'] }, run);
  const { reports } = await onEach(options, (engine) => cutThePower({ engine, cuts: options.cuts }, run));
  return { reports: [...reports, control], leftOut: [] };
}

async function fullDisks({ engines }: FaultOptions, run: FaultRun): Promise<Runs> {
  const why = whyNoLoopFileSystem();
  const reports: FaultReport[] = [];
  if (engines.includes('sqlite')) reports.push(await fillThePages(run));
  if (why !== undefined) return { reports, leftOut: [`disks of their own: ${why}`] };
  if (engines.includes('sqlite')) reports.push(await fillTheDiskOfSqlite(run));
  if (engines.includes('postgres')) {
    reports.push(await fillTheTablesOfPostgres(run), await fillTheLogOfPostgres(run));
  }
  return { reports, leftOut: [] };
}
