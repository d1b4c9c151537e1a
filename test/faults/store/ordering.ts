import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '../seeded-random.ts';
import { Acknowledged } from './acknowledged.ts';
import { startHost, type EngineHost } from './engine-host.ts';
import { violationsOf, type FaultReport, type FaultRun } from './fault-report.ts';
import { inspect, type Inspection, type InspectionOrder } from './inspection.ts';
import { startLoad, type LoadChild } from './load-child.ts';
import { LANE, openPlace, type Engine, type StorePlace } from './place.ts';

const PROCESSES = 3;
const WORKERS = 4;
const KEYS = 60;
const FAILING = 0.1;
/** Longer than a busy machine keeps a healthy process from its work, since a late one would rightly be overtaken. */
const LEASE_MS = 3_000;
const BATCH = 50;
const POLL_MS = 5;
/** Of all jobs together: far more than a busy machine needs. */
const PATIENCE_OF_A_JOB_MS = 200;
/** Numbers of the processes that come to harm. */
const KILLED = 0;
const FROZEN = 1;

/** Several processes work on one store; one is killed and one stands still for a while: no key may lose its order. */
export async function keepOrder(
  { engine, jobs }: { readonly engine: Engine; readonly jobs: number },
  run: FaultRun
): Promise<FaultReport> {
  const host = await startHost(engine);
  try {
    return await orderOn(host, jobs, run);
  } finally {
    await host.close();
  }
}

async function orderOn(host: EngineHost, jobs: number, run: FaultRun): Promise<FaultReport> {
  const random = seededRandom(run.seed);
  const order = {
    place: await host.freshPlace(),
    ledger: join(host.directory, 'effects.jsonl'),
    acknowledged: new Acknowledged(),
    endedProcesses: new Set([nameOf(KILLED), nameOf(FROZEN)])
  };
  await enqueueAll(order, jobs, random);
  run.say(`ordering, ${host.engine}: ${jobs} jobs of ${KEYS} keys are enqueued`);
  const startedAt = performance.now();
  const allEndedWell = await workOff(order, jobs, random, run.stop);
  const seconds = (performance.now() - startedAt) / 1_000;
  const inspection = await inspect(order);
  return {
    scenario: 'ordering',
    engine: host.engine,
    seed: run.seed,
    figures: { jobs, ...figuresOf(inspection, order.acknowledged), 'jobs/s': Math.round(jobs / seconds) },
    violations: [
      ...violationsOf(inspection),
      ...(inspection.unfinished > 0 ? [`${inspection.unfinished} jobs never done`] : []),
      ...(allEndedWell ? [] : ['a process ended badly']),
      ...order.acknowledged.broken
    ]
  };
}

function figuresOf({ ledger }: Inspection, { refusals }: Acknowledged): FaultReport['figures'] {
  return {
    'processes × workers': `${PROCESSES} × ${WORKERS}`,
    'done once': ledger.effects.size,
    'done twice': ledger.doneTwice,
    'out of order': ledger.outOfOrder,
    overlaps: ledger.overlaps,
    're-runs': ledger.runAgain,
    'late answers refused': refusals.get('LB608') ?? 0
  };
}

/** Three processes; whether those that were not killed worked until all was done, and ended well. */
async function workOff(
  { place, ledger, acknowledged }: InspectionOrder,
  jobs: number,
  random: () => number,
  stop: AbortSignal
): Promise<boolean> {
  const children = Array.from({ length: PROCESSES }, (_, number) =>
    startLoad(settingsOf(place, ledger, number, random), (what) => acknowledged.hear(what))
  );
  try {
    await disturb(children, jobs, stop);
    const survivors = children.filter((_, number) => number !== KILLED);
    const ends = await Promise.all(survivors.map((child) => child.endedWell(jobs * PATIENCE_OF_A_JOB_MS)));
    return ends.every(Boolean);
  } finally {
    await Promise.all(children.map((child) => child.kill()));
  }
}

function nameOf(number: number): string {
  return `process-${number}`;
}

function settingsOf(place: StorePlace, ledger: string, number: number, random: () => number) {
  return {
    place,
    use: 'shared' as const,
    process: nameOf(number),
    seed: Math.floor(random() * 2 ** 31),
    ledger,
    sendAgain: [],
    workers: WORKERS,
    leaseMs: LEASE_MS,
    transientShare: FAILING,
    ambiguousShare: 0
  };
}

/** In batches, each with jobs of the same key among them, since their order within a batch counts too. */
async function enqueueAll(
  { place, acknowledged }: InspectionOrder,
  jobs: number,
  random: () => number
): Promise<void> {
  const store = await openPlace(place, { use: 'shared' });
  try {
    for (let first = 0; first < jobs; first += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, jobs - first) }, (_, index) => ({
        lane: LANE,
        key: `K${Math.floor(random() * KEYS)}`,
        payload: { number: first + index, source: false }
      }));
      const enqueued = await store.jobs.enqueueAll(batch);
      batch.forEach(({ payload }, index) =>
        acknowledged.hear({
          said: 'enqueued',
          number: payload.number,
          id: enqueued[index]?.id ?? Number.NaN
        })
      );
    }
  } finally {
    await store.close();
  }
}

/**
 * Once a third of the jobs is done, kills one process and lets another stand still until its leases have run out: what
 * it answers then is too late.
 */
async function disturb(children: readonly LoadChild[], jobs: number, stop: AbortSignal): Promise<void> {
  const done = (): number => children.reduce((sum, child) => sum + child.count('completed'), 0);
  while (done() < jobs / 3) {
    stop.throwIfAborted();
    await delay(POLL_MS);
  }
  await children[KILLED]?.kill();
  await children[FROZEN]?.freeze();
  await delay(LEASE_MS * 1.5);
  children[FROZEN]?.resume();
}
