import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '../seeded-random.ts';
import { Acknowledged } from './acknowledged.ts';
import { startHost, type EngineHost } from './engine-host.ts';
import { violationsOf, type FaultReport, type FaultRun } from './fault-report.ts';
import { inspect } from './inspection.ts';
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

/** Several processes work on one store, one of which is killed in the middle: no key may lose its order. */
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

async function orderOn(host: EngineHost, jobs: number, { seed, say, stop }: FaultRun): Promise<FaultReport> {
  const random = seededRandom(seed);
  const place = await host.freshPlace();
  const ledger = join(host.directory, 'effects.jsonl');
  const acknowledged = new Acknowledged();
  await enqueueAll(place, jobs, random, acknowledged);
  say(`ordering, ${host.engine}: ${jobs} jobs of ${KEYS} keys are enqueued`);
  const startedAt = performance.now();
  const children = Array.from({ length: PROCESSES }, (_, number) =>
    startLoad(settingsOf(place, ledger, number, random), (what) => acknowledged.hear(what))
  );
  await killInTheMiddle(children, jobs, stop);
  const statuses = await Promise.all(children.slice(1).map(({ ended }) => ended));
  const seconds = (performance.now() - startedAt) / 1_000;
  const inspection = await inspect({ place, acknowledged, ledger, endedProcesses: new Set([nameOf(0)]) });
  const { outOfOrder, overlaps, doneTwice, runAgain, effects } = inspection.ledger;
  return {
    scenario: 'ordering',
    engine: host.engine,
    seed,
    figures: {
      jobs,
      'processes × workers': `${PROCESSES} × ${WORKERS}`,
      'done once': effects.size,
      'done twice': doneTwice,
      'out of order': outOfOrder,
      overlaps,
      're-runs': runAgain,
      'jobs/s': (jobs / seconds).toFixed(0)
    },
    violations: [
      ...violationsOf(inspection),
      ...(inspection.unfinished > 0 ? [`${inspection.unfinished} jobs never done`] : []),
      ...(statuses.some((status) => status !== 0) ? ['a process ended badly'] : []),
      ...acknowledged.broken
    ]
  };
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
  place: StorePlace,
  jobs: number,
  random: () => number,
  acknowledged: Acknowledged
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

/** Kills the first one once a third of the jobs is done; all of them when it is asked to stop. */
async function killInTheMiddle(
  children: readonly LoadChild[],
  jobs: number,
  stop: AbortSignal
): Promise<void> {
  const done = (): number => children.reduce((sum, child) => sum + child.count('completed'), 0);
  while (done() < jobs / 3) {
    if (stop.aborted) await Promise.all(children.map((child) => child.kill()));
    stop.throwIfAborted();
    await delay(POLL_MS);
  }
  await children[0]?.kill();
}
