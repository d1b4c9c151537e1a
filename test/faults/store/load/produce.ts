import { setTimeout as delay } from 'node:timers/promises';
import type { NewJob } from '../../../../callout-service/src/store/port/job.ts';
import { LANE, SOURCE_CURSOR } from '../place.ts';
import { attempt, type Load } from './load.ts';
import { say } from './said.ts';

const KEYS = 7;
const BATCH = 12;
/** So many jobs wait at most, so that a store of a test does not grow without end. */
const MAX_AHEAD = 120;

/** Enqueues in every way there is, until the process ends. */
export async function produce(load: Load, from: number): Promise<void> {
  let next = from;
  const take = (): number => (next += 1);
  for (const number of load.settings.sendAgain) await attempt(() => enqueueOnce(load, number));
  for (;;) {
    await attempt(() => oneWay(load, take));
    while (load.ahead > MAX_AHEAD) await delay(2);
  }
}

function oneWay(load: Load, take: () => number): Promise<void> {
  const way = load.random();
  if (way < 0.3) return enqueueAll(load, [jobOf(take(), undefined)]);
  if (way < 0.55) return enqueueAll(load, [jobOf(take(), someKey(load))]);
  if (way < 0.75) return enqueueAll(load, batch(load, take));
  if (way < 0.9) return enqueueOnce(load, take());
  return enqueueWhatWasRead(load, take);
}

function jobOf(
  number: number,
  key: string | undefined,
  source = false
): NewJob & { payload: { number: number; source: boolean } } {
  return { lane: LANE, payload: { number, source }, ...(key === undefined ? {} : { key }) };
}

function someKey({ random }: Load): string {
  return `K${Math.floor(random() * KEYS)}`;
}

function batch(load: Load, take: () => number) {
  return Array.from({ length: BATCH }, () => jobOf(take(), load.random() < 0.5 ? someKey(load) : undefined));
}

async function enqueueAll(load: Load, jobs: readonly ReturnType<typeof jobOf>[]): Promise<void> {
  const [only] = jobs;
  const enqueued =
    jobs.length === 1 && only !== undefined
      ? [await load.store.jobs.enqueue(only)]
      : await load.store.jobs.enqueueAll(jobs);
  acknowledge(load, jobs, enqueued);
}

function acknowledge(
  load: Load,
  jobs: readonly ReturnType<typeof jobOf>[],
  enqueued: readonly { readonly id: number }[]
): void {
  jobs.forEach(({ payload }, index) => {
    say({ said: 'enqueued', number: payload.number, id: enqueued[index]?.id ?? Number.NaN });
  });
  load.ahead += jobs.length;
}

/** With an idempotency key, and half of the time twice: the second must be answered with the first. */
async function enqueueOnce(load: Load, number: number): Promise<void> {
  const job = { ...jobOf(number, undefined), idempotencyKey: `number-${number}` };
  say({ said: 'trying', number });
  const first = await load.store.jobs.enqueue(job);
  acknowledge(load, [job], [first]);
  if (load.random() < 0.5) return;
  const second = await load.store.jobs.enqueue(job);
  if (second.duplicate && second.id === first.id && second.sameContent) return;
  say({ said: 'broken', message: `number ${number} was enqueued as ${first.id} and as ${second.id}` });
}

/** Jobs and the cursor of their source belong together. */
async function enqueueWhatWasRead(load: Load, take: () => number): Promise<void> {
  const jobs = [jobOf(take(), undefined, true), jobOf(take(), someKey(load), true)];
  const last = String(jobs.at(-1)?.payload.number);
  const enqueued = await load.store.transaction(async ({ jobs: within, cursors }) => {
    const cursor = await cursors.find(SOURCE_CURSOR);
    const done = await within.enqueueAll(jobs);
    await cursors.move(SOURCE_CURSOR, cursor?.value, last);
    return done;
  });
  acknowledge(load, jobs, enqueued);
}
