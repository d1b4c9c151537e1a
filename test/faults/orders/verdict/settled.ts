import type { JobRecord } from '../../../../callout-service/src/store/port/job.ts';
import type { OrderWorld } from '../world/order-world.ts';
import { until } from '../world/until.ts';
import { readJobs, SCHEDULED, unfinished } from './store-side.ts';

const ROUNDS = 5;

/**
 * Waits until every request is answered and every job is at its end, and leaves the services stopped. Gives all jobs, of
 * which some may be unfinished where that took too long.
 */
export async function settled(world: OrderWorld, limitMs: number): Promise<readonly JobRecord[]> {
  for (let round = 1; ; round += 1) {
    await until(async () => (await isQuiet(world)) && !(await hasRequests(world)), limitMs / ROUNDS, 500);
    await world.stopServices();
    const jobs = await readJobs(world.serviceEnvironment());
    if (round === ROUNDS || (unfinished(jobs).length === 0 && !(await hasRequests(world)))) return jobs;
    await world.startServices();
  }
}

async function hasRequests({ client }: OrderWorld): Promise<boolean> {
  for (const object of ['Opportunity', 'Order']) {
    const found = await client.query(
      `SELECT Id FROM ${object} WHERE Sage_Sync_State__c = 'Requested' LIMIT 1`
    );
    if (found.length > 0) return true;
  }
  return false;
}

/** Whether no service knows of a job that is not at its end. */
async function isQuiet({ services }: OrderWorld): Promise<boolean> {
  for (const { ready } of services) {
    const text = await fetch(`${ready.url}/metrics`)
      .then((response) => response.text())
      .catch(() => undefined);
    if (text === undefined || jobsIn(text) > 0) return false;
  }
  return true;
}

function jobsIn(metrics: string): number {
  return [...metrics.matchAll(/^jobs\{lane="([^"]+)",state="(due|later|waiting|active)"\} (\d+)/gm)]
    .filter(([, lane]) => !SCHEDULED.includes(lane ?? ''))
    .reduce((sum, [, , , count]) => sum + Number(count), 0);
}
