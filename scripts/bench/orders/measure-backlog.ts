import type { OrderRun } from '../../../test/faults/orders/order-run.ts';
import { untilNumbered } from './until-numbered.ts';

/** Asking costs the org time that the orders lack, so a long wait is looked at less often. */
const pollMs = (count: number) => Math.max(100, count / 10);

/** Lets deals wait while Sage is stopped, and takes the time until the last of them has its number. */
export async function measureBacklog(
  run: OrderRun,
  count: number,
  say: (line: string) => void
): Promise<string[]> {
  const { client, sageControl } = run.world;
  const deals = await run.newDeals(count);
  await sageControl.stop();
  for (const id of deals) await client.update('Opportunity', { Id: id, StageName: 'Closed Won' });
  say(`orders, a backlog of ${count}`);
  const startedAt = performance.now();
  await sageControl.start();
  await untilNumbered(run, deals, pollMs(count));
  const seconds = (performance.now() - startedAt) / 1_000;
  return [String(count), seconds.toFixed(1), ((count / seconds) * 60).toFixed(0)];
}
