import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { inParallel } from '../load/in-parallel.ts';
import { benchmarkJob, benchmarkJobs, sharedNow, type BenchmarkJob } from './benchmark-jobs.ts';
import { contestantNames, type Consumer } from './contestant.ts';
import { contestants } from './contestants.ts';
import { orderSchema, type Order, type Outcome } from './orders.ts';

// One contestant in a process of its own, which does nothing else: it does what it is told, and says how long it took.

const { CONTESTANT, DIRECTORY, POSTGRES_URL } = z
  .object({ CONTESTANT: z.enum(contestantNames), DIRECTORY: z.string(), POSTGRES_URL: z.string() })
  .parse(process.env);

const openContestant = await contestants[CONTESTANT]();
const begun = performance.now();
const contestant = await openContestant({ directory: DIRECTORY, postgresUrl: POSTGRES_URL });
const openMs = performance.now() - begun;

const received: number[] = [];
let endReceiving: () => Promise<void> = () => Promise.resolve();

async function obey(order: Order): Promise<Partial<Outcome>> {
  switch (order.order) {
    case 'open':
      return nothing(contestant.openLane(order.lane, order.keyed));
    case 'enqueue':
      return enqueue(order);
    case 'drain':
      return consumer().drain(order);
    case 'receive':
      return nothing(receive(order.lane));
    case 'send':
      return send(order);
    case 'received':
      return untilReceived(order.count);
    case 'memory':
      return nothing(Promise.resolve());
  }
}

function consumer(): Consumer {
  if (contestant.consumer === undefined) throw new Error(`${CONTESTANT} only takes jobs in.`);
  return contestant.consumer;
}

async function enqueue(order: Extract<Order, { order: 'enqueue' }>): Promise<Partial<Outcome>> {
  const jobs = benchmarkJobs(order.count, order.keys);
  const batches: (readonly BenchmarkJob[])[] = [];
  for (let first = 0; first < jobs.length; first += order.batch)
    batches.push(jobs.slice(first, first + order.batch));
  const lanes = Array.from({ length: order.parallel }, (_, lane) => lane);
  const load = await inParallel(lanes, batches, (_lane, batch) => contestant.enqueue(order.lane, batch));
  return { milliseconds: load.milliseconds, elapsedMs: load.elapsedMs, jobs: jobs.length };
}

async function send(order: Extract<Order, { order: 'send' }>): Promise<Partial<Outcome>> {
  for (let sent = 0; sent < order.count; sent += 1) {
    await contestant.enqueue(order.lane, [benchmarkJob()]);
    await pause(order.pauseMs);
  }
  return {};
}

async function receive(lane: string): Promise<void> {
  endReceiving = await consumer().receive(lane, ({ payload }) => {
    received.push(sharedNow() - payload.sentAt);
  });
}

async function untilReceived(count: number): Promise<Partial<Outcome>> {
  while (received.length < count) await pause(1);
  await endReceiving();
  return { milliseconds: [...received] };
}

async function nothing(done: Promise<void>): Promise<Partial<Outcome>> {
  await done;
  return {};
}

const residentMib = (): number => process.memoryUsage.rss() / 2 ** 20;

async function answer(message: unknown): Promise<void> {
  const none = { milliseconds: [], claimMilliseconds: [], jobs: 0, elapsedMs: 0 };
  process.send?.({ ...none, ...(await obey(orderSchema.parse(message))), residentMib: residentMib() });
}

process.on('message', (message) => void answer(message));
process.once('SIGTERM', () => void contestant.close().then(() => process.exit(0)));
process.send?.({ type: 'ready', openMs, settings: contestant.settings, residentMib: residentMib() });
