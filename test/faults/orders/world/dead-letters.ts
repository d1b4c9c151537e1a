import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { OrderWorld } from './order-world.ts';
import { askService } from './service-api.ts';

const letter = z.object({
  jobId: z.int(),
  lane: z.string(),
  key: z.string().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  state: z.string(),
  replays: z.int()
});
const page = z.object({ items: z.array(letter), nextCursor: z.string().optional() });
const detail = letter.extend({
  payload: z.unknown(),
  originalPayload: z.unknown(),
  acts: z.array(z.object({ operator: z.string(), action: z.string() }))
});
const decision = z.object({ outcome: z.string() });

export type DeadLetter = z.infer<typeof letter>;

const OPERATOR = 'A person at work';

/** Every dead letter, as the operation lists them. */
export async function listDeadLetters(world: OrderWorld): Promise<readonly DeadLetter[]> {
  const found: DeadLetter[] = [];
  for (let cursor: string | undefined; ;) {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { items, nextCursor } = page.parse(await read(world, `/v1/dead-letters?pageSize=100${query}`));
    found.push(...items);
    if (nextCursor === undefined) return found;
    cursor = nextCursor;
  }
}

export async function lookAtDeadLetter(world: OrderWorld, jobId: number) {
  return detail.parse(await read(world, `/v1/dead-letters/${jobId}`));
}

/** Replays one, edited where a content is given; gives the outcome, or the words of the refusal. */
export async function replayDeadLetter(world: OrderWorld, jobId: number, payload?: object): Promise<string> {
  const { status, body } = await askService(world, {
    method: 'POST',
    path: `/v1/dead-letters/${jobId}/replay`,
    role: 'admin',
    body: { operator: OPERATOR, ...(payload !== undefined && { payload: JSON.stringify(payload) }) }
  });
  if (status !== 200) return `${status}: ${JSON.stringify(body)}`;
  return decision.parse(body).outcome;
}

/** How often a person let it begin anew, as the audit has it. */
export async function replaysOf(world: OrderWorld, jobId: number): Promise<number> {
  const { acts } = await lookAtDeadLetter(world, jobId);
  return acts.filter(({ action, operator }) => action === 'replay' && operator.includes(OPERATOR)).length;
}

/** Those that were not there before, once there are as many as expected and no more came for a while; at the limit as they are. */
export async function newDeadLetters(
  world: OrderWorld,
  before: readonly DeadLetter[],
  expected: number
): Promise<readonly DeadLetter[]> {
  const known = new Set(before.map(({ jobId }) => jobId));
  const look = async () => (await listDeadLetters(world)).filter(({ jobId }) => !known.has(jobId));
  const deadline = performance.now() + LIMIT_MS;
  let letters = await look();
  let changedAt = performance.now();
  while (
    performance.now() < deadline &&
    (letters.length < expected || performance.now() - changedAt < REST_MS)
  ) {
    await delay(500);
    const now = await look();
    if (now.length !== letters.length) changedAt = performance.now();
    letters = now;
  }
  return letters;
}

const LIMIT_MS = 180_000;
const REST_MS = 8_000;

async function read(world: OrderWorld, path: string): Promise<unknown> {
  const { status, body } = await askService(world, { method: 'GET', path, role: 'admin' });
  if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
