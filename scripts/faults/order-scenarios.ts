import { playCases } from '../../test/faults/orders/cases/play-cases.ts';
import { killInTheStream } from '../../test/faults/orders/kills-in-the-stream.ts';
import type { FaultRun } from '../../test/faults/store/fault-report.ts';
import type { OrderFaultOptions } from './order-options.ts';
import type { ScenarioOutcome } from './scenarios.ts';

type OrderRun = FaultRun & { readonly finished: (outcome: ScenarioOutcome) => void };

/** One after the other, so that none disturbs the timing of another. */
export async function runOrderScenarios(
  options: OrderFaultOptions,
  run: OrderRun
): Promise<ScenarioOutcome[]> {
  const outcomes: ScenarioOutcome[] = [];
  for (const scenario of options.scenarios) {
    if (run.stop.aborted) break;
    const startedAt = performance.now();
    const found = await runners[scenario](options, run);
    const seconds = (performance.now() - startedAt) / 1_000;
    const outcome = { scenario: `orders, ${scenario}`, seconds, ...found };
    run.finished(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

const runners: Readonly<
  Record<
    OrderFaultOptions['scenarios'][number],
    (options: OrderFaultOptions, run: FaultRun) => Promise<Pick<ScenarioOutcome, 'reports' | 'leftOut'>>
  >
> = {
  kills: async (options, run) => ({ reports: [await killInTheStream(options, run)], leftOut: [] }),
  cases: (options, run) => playCases(options, run)
};
