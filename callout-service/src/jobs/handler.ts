import type { ClaimedJob } from '../store/port/job.ts';
import type { Store, StoreContent } from '../store/port/store.ts';
import type { Gate } from './gate.ts';

/** Does the jobs of one lane. */
export interface JobHandler {
  readonly lane: string;
  /** Jobs of this lane that one process works at once. */
  readonly concurrency: number;
  /** Time after which a job whose worker fell silent is given to another; that of the configuration where left out. */
  readonly leaseMs?: number;
  /** Time after which an attempt counts as stuck; that of the configuration where left out. */
  readonly timeLimitMs?: number;
  /** Open always where left out. */
  readonly gate?: Gate;
  /**
   * Does the job. What it throws decides what follows: the kind of a `LedgerBridgeError`, and any other error as
   * ambiguous. A handler without `lookUp` promises that doing a job again does no harm.
   */
  run(job: ClaimedJob, context: JobContext): Promise<JobResult | undefined>;
  /**
   * Finds out whether an earlier attempt had its effect. Asked before `run` when the job must be looked up; what it
   * throws counts as a failed attempt, and the job is looked up again.
   */
  lookUp?(job: ClaimedJob, context: JobContext): Promise<LookUpResult>;
}

/** What a handler has while it works. */
export interface JobContext {
  /** Aborted when the lease is lost, the attempt takes too long or the service stops: then nothing more may be begun. */
  readonly signal: AbortSignal;
  readonly store: Store;
}

/** A job that was done. */
export interface JobResult {
  /**
   * Written in one transaction with the acknowledgement of the job: links, cursors, further jobs. It may run again, so it
   * has no effect but what it writes there.
   */
  commit?(within: StoreContent): Promise<void>;
}

/** Whether an earlier attempt had its effect. */
export type LookUpResult = ({ readonly outcome: 'done' } & JobResult) | { readonly outcome: 'not-done' };
