import { setTimeout as wait } from 'node:timers/promises';
import type { ClaimedJob, JobHistory } from '../../store/port/job.ts';
import type { Store } from '../../store/port/store.ts';
import { createLogger } from '../../telemetry/logger.ts';
import type { JobHandler } from '../handler.ts';
import type { EndedAttempt, JobObserver } from '../job-observer.ts';
import { startWorker, type Worker, type WorkerParts } from '../worker.ts';

export const LANE = 'sales-order-out';

/** A worker under test, with all that it told. */
export interface WorkedLane {
  readonly worker: Worker;
  readonly log: Record<string, unknown>[];
  readonly attempts: EndedAttempt[];
  /** Everything else that the observer was told, as `leaseLost`. */
  readonly told: { readonly what: string; readonly detail: unknown }[];
}

/** Starts a worker whose handler is `run`, or a whole handler, with short times. */
export function workLane(
  store: Store,
  handler: Partial<JobHandler> | JobHandler['run'],
  parts: Partial<WorkerParts> = {}
): WorkedLane {
  const log: Record<string, unknown>[] = [];
  const attempts: EndedAttempt[] = [];
  const told: WorkedLane['told'] = [];
  const note = (what: string) => (detail: unknown) => void told.push({ what, detail });
  const observer: JobObserver = {
    attemptEnded: (ended) => void attempts.push(ended),
    leaseLost: note('leaseLost'),
    abandonedChanged: note('abandonedChanged'),
    reclaimed: note('reclaimed'),
    handedBack: note('handedBack'),
    scheduleFired: note('scheduleFired')
  };
  const destination = { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) };
  const worker = startWorker(
    {
      lane: LANE,
      concurrency: 4,
      run: () => Promise.resolve(undefined),
      ...(typeof handler === 'function' ? { run: handler } : handler)
    },
    {
      store,
      leaseMs: 30_000,
      timeLimitMs: 60_000,
      stopGraceMs: 2_000,
      logger: createLogger({ level: 'debug', secrets: [], destination }),
      observer,
      ...parts
    }
  );
  return { worker, log, attempts, told };
}

/** Polls until something is so, for 10 seconds. */
export async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > deadline)
      throw new Error(`It did not become so within 10 seconds: ${look.toString()}`);
    await wait(5);
  }
}

/** The job once it is in that state. */
export function jobIn(store: Store, id: number, state: JobHistory['state']): Promise<JobHistory> {
  return until(async () => {
    const job = await store.jobs.find(id);
    return job?.state === state ? job : undefined;
  });
}

/** Enqueues jobs 0, 1, 2 … of a key; their ids. */
export async function enqueueSome(store: Store, count: number, key?: string): Promise<readonly number[]> {
  const jobs = Array.from({ length: count }, (_, number) => ({
    lane: LANE,
    ...(key !== undefined && { key }),
    payload: { number }
  }));
  return (await store.jobs.enqueueAll(jobs)).map(({ id }) => id);
}

/** What `enqueueSome` numbered. */
export function numberOf({ payload }: ClaimedJob): number {
  return (payload as { number: number }).number;
}
