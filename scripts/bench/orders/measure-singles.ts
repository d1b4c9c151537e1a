import { setTimeout as delay } from 'node:timers/promises';
import type { OrderRun } from '../../../test/faults/orders/order-run.ts';
import { spread } from '../percentiles.ts';
import type { Measurement } from '../scenario.ts';
import { untilNumbered } from './until-numbered.ts';

const WARM_UP = 10;
const BETWEEN_MS = 50;
const POLL_MS = 5;

/** Wins deals one after the other, and takes the time until the record shows the number. */
export async function measureSingles(
  run: OrderRun,
  count: number,
  say: (line: string) => void
): Promise<Measurement> {
  const deals = await run.newDeals(WARM_UP + count);
  const times: number[] = [];
  for (const [index, id] of deals.entries()) {
    const startedAt = performance.now();
    await run.world.client.update('Opportunity', { Id: id, StageName: 'Closed Won' });
    await untilNumbered(run, [id], POLL_MS);
    if (index >= WARM_UP) times.push(performance.now() - startedAt);
    if (index % 25 === 0) say(`orders, one by one: ${index} of ${deals.length}`);
    await delay(BETWEEN_MS);
  }
  return { what: 'won to number on the record', milliseconds: spread(times) };
}
