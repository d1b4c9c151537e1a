import type { FaultReport, FaultRun } from '../store/fault-report.ts';
import { seededRandom } from '../seeded-random.ts';
import { OrderKiller } from './order-killer.ts';
import { OrderRun } from './order-run.ts';

export interface KillsOptions {
  readonly engine: 'sqlite' | 'postgres';
  readonly instances: number;
  readonly kills: number;
  readonly orders: number;
  /** Keeps the files of the world when a promise was not kept. */
  readonly keep?: boolean;
}

/** Longer than anything waits: the pauses of jobs, and the query for what was missed. */
const STUCK_MS = 75_000;

/** A stream of orders in which everything is killed again and again; afterwards both systems are held against each other. */
export async function killInTheStream(options: KillsOptions, run: FaultRun): Promise<FaultReport> {
  const { engine, instances, orders } = options;
  const random = seededRandom(run.seed);
  const accounts = Math.max(6, Math.min(40, Math.ceil(orders / 10)));
  const orderRun = await OrderRun.start({ engine, instances, accounts, items: 8 }, random);
  const { world } = orderRun;
  let failed = true;
  try {
    const stream = await orderRun.newStream(orders);
    await world.startServices();
    const killer = new OrderKiller(world, random);
    const startedAt = performance.now();
    await killer.strike(options.kills, stream, run.say, run.stop);
    run.say(
      `orders: ${killer.kills} kills in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s, settling`
    );
    const verdict = await orderRun.verdict(STUCK_MS);
    failed = verdict.violations.length > 0;
    const { violations, ...counts } = verdict;
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const service = world.services.reduce((sum, { starts }) => sum + starts, 0);
    return {
      scenario: 'kills',
      engine: instances > 1 ? `${engine}, ${instances} instances` : engine,
      seed: run.seed,
      figures: {
        kills: killer.kills,
        ...counts,
        seconds,
        'starts of the service': service,
        ...killer.points()
      },
      violations
    };
  } finally {
    const keep = failed && options.keep === true;
    if (keep) run.say(`orders: the files are in ${world.directory}`);
    await world.close({ keep });
  }
}
