import type { FaultReport, FaultRun } from '../../store/fault-report.ts';
import { seededRandom } from '../../seeded-random.ts';
import { OrderRun } from '../order-run.ts';
import { endTroubles } from '../strikes/troubles.ts';
import type { OrderCase } from './order-case.ts';
import { orgCases } from './org-cases.ts';
import { sageCases } from './sage-cases.ts';
import { serviceCases } from './service-cases.ts';

export interface CasesOptions {
  readonly engine: 'sqlite' | 'postgres';
  readonly instances: number;
  /** Only cases whose name contains it. */
  readonly case?: string | undefined;
}

const ORDERS = 12;
/** Longer than anything waits: the pauses of jobs, and the query for what was missed. */
const STUCK_MS = 75_000;

/** Every case, each with a verdict of its own; they share a world, so that each verdict looks at all orders so far. */
export async function playCases(options: CasesOptions, run: FaultRun): Promise<FaultReport[]> {
  const wanted = [...serviceCases, ...sageCases, ...orgCases].filter(({ name }) =>
    name.includes(options.case ?? '')
  );
  const random = seededRandom(run.seed);
  const reports: FaultReport[] = [];
  let orderRun = await startRun(options, random);
  try {
    for (const each of wanted) {
      if (run.stop.aborted) break;
      const report = await playCase(each, orderRun, options, { ...run, random });
      reports.push(report);
      run.say(`orders, ${each.name}: ${report.violations.length} violations`);
      if (report.violations.length === 0) continue;
      // What is wrong stays wrong, and the next case is not to be blamed for it.
      await orderRun.world.close();
      orderRun = await startRun(options, random);
    }
  } finally {
    await orderRun.world.close();
  }
  return reports;
}

function startRun(options: CasesOptions, random: () => number): Promise<OrderRun> {
  return OrderRun.start({ ...options, accounts: 10, items: 6 }, random);
}

async function playCase(
  each: OrderCase,
  orderRun: OrderRun,
  { engine, instances }: CasesOptions,
  run: FaultRun & { readonly random: () => number }
): Promise<FaultReport> {
  const { world } = orderRun;
  const { name } = each;
  const more: string[] = [];
  const startedAt = performance.now();
  const stream = await orderRun.newStream(ORDERS);
  await world.startServices();
  await each.play({ world, stream, random: run.random, violated: (what) => more.push(what) });
  await endTroubles(world);
  const { violations, ...counts } = await orderRun.verdict(STUCK_MS);
  return {
    scenario: name,
    engine: `${name} (${engine}${instances > 1 ? `, ${instances} instances` : ''})`,
    seed: run.seed,
    figures: { ...counts, seconds: Math.round((performance.now() - startedAt) / 1_000) },
    violations: [...more, ...violations]
  };
}
