import { hostname } from 'node:os';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { ClaimedJob } from '../store/port/job.ts';
import type { Store } from '../store/port/store.ts';
import type { Logger } from '../telemetry/logger.ts';
import { createAnswers } from './answers.ts';
import { attempt } from './attempt.ts';
import { createBell } from './bell.ts';
import { startClaims } from './claims.ts';
import type { Gate } from './gate.ts';
import type { JobHandler } from './handler.ts';
import { startHeartbeat } from './heartbeat.ts';
import type { JobObserver } from './job-observer.ts';
import { settlesWithin } from './pause.ts';
import { createPlaces } from './places.ts';
import { startReclaimer } from './reclaimer.ts';
import { createStoreTrouble } from './store-trouble.ts';

/** Hints and the clock wake a worker; this is for the case that both fail. */
const POLL_MS = 5_000;
/** Time that handlers have to heed their signal when the service stops, and then the store to end what is under way. */
const CANCEL_MS = 1_000;

/** What all workers of a process share. */
export interface WorkerParts {
  readonly store: Store;
  /** Where the handler names none of its own. */
  readonly leaseMs: number;
  readonly timeLimitMs: number;
  /** Time that running jobs get to finish when the worker stops. */
  readonly stopGraceMs: number;
  readonly logger: Logger;
  readonly observer: JobObserver;
  readonly pollMs?: number;
}

/** Works the jobs of one lane. */
export interface Worker {
  /** Claims nothing more, lets running jobs finish, tells what is left to stop, and leaves the rest to its lease. */
  stop(): Promise<void>;
}

/** Of a handler that names none. */
const ALWAYS_OPEN: Gate = { isOpen: () => true, onOpened: () => () => undefined };

let workers = 0;

/** Starts a worker: claims, heartbeats and reclaims go on until it is stopped. */
export function startWorker(handler: JobHandler, parts: WorkerParts): Worker {
  const { jobs } = parts.store;
  const { lane, concurrency, leaseMs = parts.leaseMs, timeLimitMs = parts.timeLimitMs } = handler;
  const { gate = ALWAYS_OPEN } = handler;
  const stopping = new AbortController();
  const gone = new AbortController();
  const bell = createBell();
  const trouble = createStoreTrouble(parts.logger, { lane });
  const worker = `${hostname()}/${process.pid}/${(workers += 1)}`;
  const shared = { ...parts, jobs, lane, leaseMs, timeLimitMs, trouble, worker, stopping: stopping.signal };
  const mayBegin = () => !stopping.signal.aborted && gate.isOpen();
  const answers = createAnswers({
    ...shared,
    gone: gone.signal,
    // A job whose lease was lost has no place any more.
    nextOf: (held) => (mayBegin() && held.beats ? { lane, limit: 1, worker, leaseMs } : undefined)
  });
  const places = createPlaces({
    ...shared,
    concurrency,
    mayBegin,
    attempt: (held, takeNext) => attempt(held, takeNext, { ...shared, handler, answers }),
    handBack: (claimed) =>
      handBack(claimed, shared).catch((error: unknown) => trouble.failed('answer', error)),
    onFreed: (laterDue) => claims.placeFreed(laterDue)
  });
  const claims = startClaims({
    ...shared,
    pollMs: parts.pollMs ?? POLL_MS,
    bell,
    freePlaces: () => (gate.isOpen() ? places.free() : 0),
    // The gate may close while jobs are being claimed: they have not begun either.
    onClaimed: (claimed, since) => (mayBegin() ? places.begin(claimed, since) : handBack(claimed, shared))
  });
  const endHints = parts.store.onDue((due) => {
    if (due === lane) bell.ring();
  });
  const endOpened = gate.onOpened(() => bell.ring());
  const heartbeat = startHeartbeat({ ...shared, held: () => places.held() });
  const reclaimer = startReclaimer({ ...shared, onReady: () => bell.ring() });

  return {
    async stop() {
      stopping.abort();
      bell.ring();
      endHints();
      endOpened();
      const finished = Promise.all([claims.ended, reclaimer.stop()]).then(() => places.settled());
      if (!(await settlesWithin(finished, parts.stopGraceMs))) {
        places.cancel(stoppedError());
        await settlesWithin(places.settled(), CANCEL_MS);
      }
      gone.abort();
      const left = places.abandonAll();
      if (left > 0)
        parts.logger.warn({ lane, jobs: left }, 'jobs that did not finish are left to their lease');
      await settlesWithin(heartbeat.stop(), CANCEL_MS);
    }
  };
}

/** Jobs that were claimed while the worker was told to stop, or its gate closed, go back as if they had not been. */
async function handBack(
  claimed: readonly ClaimedJob[],
  { jobs, lane, observer }: Pick<Store, 'jobs'> & { readonly lane: string; readonly observer: JobObserver }
): Promise<void> {
  for (const { lease } of claimed) await jobs.handBack(lease);
  if (claimed.length > 0) observer.handedBack({ lane, count: claimed.length });
}

function stoppedError(): LedgerBridgeError {
  return new LedgerBridgeError('LB609', { detail: 'The service stopped before the job had finished.' });
}
