import { seededRandom } from '../../../test/faults/seeded-random.ts';
import { OrderRun } from '../../../test/faults/orders/order-run.ts';
import type { Measurement, Scenario, ScenarioResult } from '../scenario.ts';
import { measureBacklog } from './measure-backlog.ts';
import { measureSingles } from './measure-singles.ts';

const SEED = 1;
const SINGLES = 100;
const BACKLOGS = [100, 1_000, 10_000];

/** From a deal that is won to the number of its sales order on the record, with stand-ins that answer at once. */
export const orders: Scenario = {
  name: 'orders',
  summary:
    'from a won deal to the number of its sales order on the record, and orders per minute of a backlog',
  run: measureOrders
};

async function measureOrders(say: (line: string) => void): Promise<ScenarioResult> {
  const options = { engine: 'sqlite', instances: 1, accounts: 40, items: 8 } as const;
  const run = await OrderRun.start(options, seededRandom(SEED));
  try {
    await run.world.startServices();
    const measurements: Measurement[] = [await measureSingles(run, SINGLES, say)];
    const rows: string[][] = [];
    for (const size of BACKLOGS) rows.push(await measureBacklog(run, size, say));
    return {
      settings: { seed: SEED, singles: SINGLES, backlogs: BACKLOGS.join(', ') },
      measurements,
      budgets: [],
      tables: [
        { title: 'orders that waited for Sage', head: ['orders', 'seconds', 'orders per minute'], rows }
      ]
    };
  } finally {
    await run.world.close();
  }
}
