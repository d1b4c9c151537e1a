import { setTimeout as delay } from 'node:timers/promises';
import type { JobRecord } from '../../../../callout-service/src/store/port/job.ts';
import type { OrderWorld } from '../world/order-world.ts';
import { readJobs, SCHEDULED, unfinished } from './store-side.ts';

const ROUNDS = 5;
const LOOK_EVERY_MS = 500;

/**
 * Waits until every request is answered and every job is at its end, and leaves the services stopped. Gives all jobs, of
 * which some may be unfinished where nothing went on for so long.
 */
export async function settled(world: OrderWorld, stuckMs: number): Promise<readonly JobRecord[]> {
  for (let round = 1; ; round += 1) {
    const isStuck = !(await untilQuiet(world, stuckMs));
    await world.stopServices();
    const jobs = await readJobs(world.serviceEnvironment());
    const isDone = unfinished(jobs).length === 0 && !(await hasRequests(world));
    if (isDone || isStuck || round === ROUNDS) return jobs;
    await world.startServices();
  }
}

/** Whether it came to rest; not when the number of jobs stayed the same for too long. */
export async function untilQuiet(world: OrderWorld, stuckMs: number): Promise<boolean> {
  let left: number | undefined;
  let changedAt = performance.now();
  while (performance.now() - changedAt < stuckMs) {
    const now = await jobsLeft(world);
    if (now === 0 && !(await hasRequests(world))) return true;
    if (now !== left) changedAt = performance.now();
    left = now;
    await delay(LOOK_EVERY_MS);
  }
  return false;
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

/** The most unfinished jobs that a service knows of; undefined while one does not answer. */
async function jobsLeft({ services }: OrderWorld): Promise<number | undefined> {
  let most = 0;
  for (const { ready } of services) {
    const text = await fetch(`${ready.url}/metrics`)
      .then((response) => response.text())
      .catch(() => undefined);
    if (text === undefined) return undefined;
    most = Math.max(most, jobsIn(text));
  }
  return most;
}

function jobsIn(metrics: string): number {
  return [...metrics.matchAll(/^jobs\{lane="([^"]+)",state="(due|later|waiting|active)"\} (\d+)/gm)]
    .filter(([, lane]) => !SCHEDULED.includes(lane ?? ''))
    .reduce((sum, [, , , count]) => sum + Number(count), 0);
}
