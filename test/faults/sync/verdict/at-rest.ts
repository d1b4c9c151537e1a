import { setTimeout as delay } from 'node:timers/promises';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { startSync, untilEnded, type Run, type RunWish } from '../world/sync-api.ts';

const LOOK_EVERY_MS = 300;
/** Runs that failed of what was wrong a moment ago are asked for again. */
const MOST_ROUNDS = 4;

/** Lanes that a schedule fills again and again, and runs that begin in a quarter of an hour: these never end. */
const SCHEDULED = ['order-catch-up', 'order-status'];
const LATER = ['sync-run'];

/**
 * Waits until every job is at its end. False when the number of jobs stayed the same for too long; a service that does not
 * answer counts as one that does not come on.
 */
export async function untilIdle({ services }: OrderWorld, stuckMs: number): Promise<boolean> {
  let left: number | undefined;
  let changedAt = performance.now();
  while (performance.now() - changedAt < stuckMs) {
    let most: number | undefined = 0;
    for (const { ready } of services) {
      const now = await jobsOf(ready.url);
      most = now === undefined || most === undefined ? undefined : Math.max(most, now);
    }
    if (most === 0) return true;
    if (most !== left) changedAt = performance.now();
    left = most;
    await delay(LOOK_EVERY_MS);
  }
  return false;
}

async function jobsOf(url: string): Promise<number | undefined> {
  const text = await fetch(`${url}/metrics`)
    .then((response) => response.text())
    .catch(() => undefined);
  if (text === undefined) return undefined;
  return [...text.matchAll(/^jobs\{lane="([^"]+)",state="(due|later|waiting|active)"\} (\d+)/gm)]
    .filter(([, lane = '']) => !SCHEDULED.includes(lane))
    .filter(([, lane = '', state]) => state !== 'later' || !LATER.includes(lane))
    .reduce((sum, [, , , count]) => sum + Number(count), 0);
}

/** Runs all pairs, again where one failed, until all have succeeded and nothing is left to do; gives the last runs. */
export async function bringToRest(
  world: OrderWorld,
  mode: RunWish['mode'],
  stuckMs: number
): Promise<readonly Run[]> {
  let runs: readonly Run[] = [];
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    await untilIdle(world, stuckMs);
    runs = await untilEnded(world, await startSync(world, { pair: 'all', mode }));
    const isIdle = await untilIdle(world, stuckMs);
    if (isIdle && runs.every(({ state }) => state === 'succeeded')) return runs;
  }
  return runs;
}
