import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { PairName } from '../../../../callout-service/src/sync/pairs/pair-names.ts';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { askService } from '../../orders/world/service-api.ts';

const counts = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  failed: z.int()
});
const run = z.object({
  runId: z.int(),
  pair: z.string(),
  mode: z.string(),
  mappingVersion: z.int().nullable(),
  state: z.enum(['running', 'succeeded', 'failed', 'stopped', 'interrupted']),
  counts,
  causes: z.record(z.string(), z.int()),
  reason: z.string().nullable()
});
const started = z.object({ runIds: z.string(), started: z.int(), alreadyRunning: z.int() });

/** A run as `getSync` tells of it. */
export type Run = z.infer<typeof run>;

export interface RunWish {
  readonly pair: PairName | 'all';
  readonly mode: 'changes' | 'full' | 'reconcile';
}

/** Starts runs as an admin does; gives their ids. */
export async function startSync(world: OrderWorld, wish: RunWish): Promise<readonly number[]> {
  const answer = started.parse(await ask(world, 'POST', '/v1/syncs', wish));
  return answer.runIds
    .split(',')
    .filter((id) => id !== '')
    .map(Number);
}

export async function getSync(world: OrderWorld, runId: number): Promise<Run> {
  return run.parse(await ask(world, 'GET', `/v1/syncs/${runId}`));
}

/** Waits until the runs are over, telling of each what it does; gives them as they ended. */
export async function untilEnded(
  world: OrderWorld,
  runIds: readonly number[],
  say: (runs: readonly Run[]) => void = () => undefined
): Promise<readonly Run[]> {
  for (;;) {
    const runs: Run[] = [];
    for (const id of runIds) runs.push(await getSync(world, id));
    say(runs);
    if (runs.every(({ state }) => state !== 'running')) return runs;
    await delay(LOOK_EVERY_MS);
  }
}

const LOOK_EVERY_MS = 1_000;

async function ask(world: OrderWorld, method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const answer = await askService(world, {
    method,
    path,
    role: 'admin',
    ...(body !== undefined && { body })
  });
  if (answer.status !== 200)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
