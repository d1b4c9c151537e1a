import type { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { ClaimedJob } from '../store/port/job.ts';
import type { TakeNext } from './answers.ts';
import type { Logger } from '../telemetry/logger.ts';
import { HeldJob } from './held-job.ts';
import type { AttemptOutcome, JobObserver, LossReason } from './job-observer.ts';

export interface PlaceParts {
  readonly lane: string;
  readonly concurrency: number;
  readonly leaseMs: number;
  readonly timeLimitMs: number;
  /** Does the job, answers for it, and hands over what was claimed for its place; it does not reject. */
  readonly attempt: (held: HeldJob, takeNext: TakeNext) => Promise<AttemptOutcome>;
  /** False when the worker stops or its gate is closed. */
  readonly mayBegin: () => boolean;
  /** Gives jobs back that were claimed at the moment of stopping or closing; it does not reject. */
  readonly handBack: (jobs: readonly ClaimedJob[]) => Promise<void>;
  readonly logger: Logger;
  readonly observer: Pick<JobObserver, 'attemptEnded' | 'leaseLost' | 'abandonedChanged'>;
  /** A place is free; `laterDue` when the job that had it comes again at some moment. */
  readonly onFreed: (laterDue: boolean) => void;
}

/** The places of one lane, and the jobs on them. */
export interface Places {
  free(): number;
  held(): readonly HeldJob[];
  /** Begins the jobs; their leases were asked for at `since`, by `performance.now()`. */
  begin(jobs: readonly ClaimedJob[], since: number): void;
  /** Resolves when the jobs that are held now have ended. */
  settled(): Promise<unknown>;
  /** Tells the handlers of all held jobs to stop. */
  cancel(reason: LedgerBridgeError): void;
  /** Lets go of jobs whose handlers still work. How many that are. */
  abandonAll(): number;
}

/** Makes the places, all of them free. */
export function createPlaces(parts: PlaceParts): Places {
  const { lane, concurrency, leaseMs, timeLimitMs, logger, observer, onFreed } = parts;
  const held = new Map<HeldJob, Promise<void>>();
  const abandoned = new Set<HeldJob>();

  function onLost(lost: HeldJob, because: LossReason): void {
    const { id: jobId, attempt } = lost.job;
    logger.warn({ lane, jobId, attempt, because }, 'the lease of a job is lost while its handler works');
    observer.leaseLost({ lane, because });
    // A handler that hangs for ever must not hold its place for ever: the job is someone else's now.
    held.delete(lost);
    abandoned.add(lost);
    observer.abandonedChanged({ lane, count: abandoned.size });
    onFreed(false);
  }

  async function workOn(job: HeldJob): Promise<void> {
    const begun = performance.now();
    let next: Parameters<TakeNext> = [[], begun];
    const outcome = await parts.attempt(job, (...taken) => (next = taken));
    if (!parts.mayBegin()) {
      await parts.handBack(next[0]);
      next = [[], begun];
    }
    job.end();
    held.delete(job);
    if (abandoned.delete(job)) observer.abandonedChanged({ lane, count: abandoned.size });
    const durationMs = performance.now() - begun;
    observer.attemptEnded({ lane, outcome, attempt: job.job.attempt, durationMs });
    if (next[0].length === 0) onFreed(outcome === 'retried');
    else begin(...next);
  }

  function begin(jobs: readonly ClaimedJob[], since: number): void {
    for (const job of jobs) {
      const taken = new HeldJob(job, { leaseMs, timeLimitMs, since, onLost });
      held.set(taken, workOn(taken));
    }
  }

  return {
    free: () => concurrency - held.size,
    held: () => [...held.keys()],
    begin,
    settled: () => Promise.all(held.values()),
    cancel(reason) {
      for (const job of held.keys()) job.cancel(reason);
    },
    abandonAll() {
      const left = [...held.keys(), ...abandoned];
      for (const job of left) job.end();
      return left.length;
    }
  };
}
