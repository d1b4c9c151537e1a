import { setTimeout as delay } from 'node:timers/promises';
import type { OrderWorld } from '../../../../test/faults/orders/world/order-world.ts';
import { until } from '../../../../test/faults/orders/world/until.ts';
import { createRandom } from '../../load/random.ts';
import { spread } from '../../percentiles.ts';
import type { Measurement } from '../../scenario.ts';

export const INTERVAL_SECONDS = 10;
const LIMIT_MS = 120_000;
const POLL_MS = 50;
/** Changes come at any moment of the interval, on the average so long after one another. */
const BETWEEN_MS = 2_500;
const SEED = 1;

/**
 * From a change at Sage's desk to the moment when a query in Salesforce gives it, with a look every ten seconds; each
 * customer is changed once, at a random moment.
 */
export async function measureVisible(
  world: OrderWorld,
  count: number,
  say: (line: string) => void
): Promise<Measurement> {
  const accounts = await world.client.query(
    `SELECT Id, Sage_Customer_No__c FROM Account WHERE Sage_Customer_No__c LIKE '01-B%' ORDER BY Name LIMIT ${count}`
  );
  const random = createRandom(SEED);
  const seen: Promise<number>[] = [];
  for (const [index, account] of accounts.entries()) {
    await delay(random(2 * BETWEEN_MS));
    seen.push(timeOne(world, account, `Seen ${index}`));
    if (index % 10 === 0) say(`Sage to Salesforce: ${index} of ${count}`);
  }
  const milliseconds = spread(await Promise.all(seen));
  say(`Sage to Salesforce: p50 ${milliseconds.p50.toFixed(0)} ms, p95 ${milliseconds.p95.toFixed(0)} ms`);
  return {
    what: `change in Sage to visible in Salesforce, a look every ${INTERVAL_SECONDS} s`,
    milliseconds
  };
}

async function timeOne(
  { sageControl, client }: OrderWorld,
  account: Readonly<Record<string, unknown>>,
  comment: string
): Promise<number> {
  const startedAt = performance.now();
  await sageControl.set('AR_Customer', String(account['Sage_Customer_No__c']), { Comment: comment });
  const soql = `SELECT Id FROM Account WHERE Id = '${String(account['Id'])}' AND Sage_Comment__c = '${comment}'`;
  const isSeen = await until(async () => (await client.query(soql)).length === 1, LIMIT_MS, POLL_MS);
  if (!isSeen) throw new Error(`${comment} was not seen in Salesforce`);
  return performance.now() - startedAt;
}
