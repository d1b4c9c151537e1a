/**
 * Where a job stands. A job with a key waits until it is the oldest unfinished one of its key; `ready`, `active` and
 * `dead` are held by at most one job of a key. `done` and `skipped` are the ends.
 */
export type JobState = 'waiting' | 'ready' | 'active' | 'done' | 'dead' | 'skipped';

/** What is to be done, as its producer hands it over. */
export interface NewJob {
  /** Which handler does it, as `sales-order-out`. */
  readonly lane: string;
  /** Jobs of one lane and key are done strictly one after the other, in the order of enqueuing; without one, in any. */
  readonly key?: string;
  /** A value that JSON can hold, at most 1 MiB as JSON text. */
  readonly payload: unknown;
  /** A second job of this lane with the same one is not enqueued again, however long ago (see retention). */
  readonly idempotencyKey?: string;
  /** ISO 8601 in UTC; not before this moment. A job with a key holds its key back until then. */
  readonly runAt?: string;
}

/** What became of a job that was handed over. */
export interface EnqueuedJob {
  readonly id: number;
  /** True when its idempotency key was known: `id` is the job of then, and nothing was enqueued. */
  readonly duplicate: boolean;
  /** For a duplicate: whether the payload is that of then. True otherwise. */
  readonly sameContent: boolean;
}

/** The right to answer for a job, until it runs out or the job is answered. It goes back as it was given. */
export interface Lease {
  readonly jobId: number;
  /** Of the job, so that its key is held without asking for it first. */
  readonly lane: string;
  readonly key: string | undefined;
  /** Grows with each claim of the job and never goes back, so a late answer is told from a valid one. */
  readonly fence: number;
}

/** A job in the hands of a worker. */
export interface ClaimedJob {
  readonly id: number;
  readonly lane: string;
  readonly key: string | undefined;
  readonly payload: unknown;
  /** 1 for the first try; begins anew with a replay. */
  readonly attempt: number;
  /** True when an earlier attempt may have had its effect: look it up before doing anything. */
  readonly mustLookUp: boolean;
  readonly enqueuedAt: string;
  readonly lease: Lease;
  readonly leaseUntil: string;
}

/**
 * Why an attempt did not succeed. `transient` is tried again after a backoff, `permanent` is dead at once, `ambiguous`
 * comes back with `mustLookUp` after a backoff.
 */
export interface JobFailure {
  readonly kind: 'transient' | 'permanent' | 'ambiguous';
  /** Of the error catalogue. */
  readonly code: string;
  /** What happened, to which record, and what to do. */
  readonly message: string;
  /** The target's own wish (Retry-After), in milliseconds: the backoff is not shorter. */
  readonly retryAfterMs?: number;
}

/** What became of a job whose attempt failed. */
export interface FailedJob {
  readonly state: 'ready' | 'dead';
  /** When it is tried again; undefined for a dead one. */
  readonly runAt: string | undefined;
}

/** One attempt that failed. */
export interface JobError {
  readonly at: string;
  readonly attempt: number;
  readonly kind: JobFailure['kind'];
  readonly code: string;
  readonly message: string;
}

/** A job as it stands, for people. */
export interface JobRecord {
  readonly id: number;
  readonly lane: string;
  readonly key: string | undefined;
  readonly state: JobState;
  readonly payload: unknown;
  /** What was first enqueued, when a replay changed it. */
  readonly originalPayload: unknown;
  readonly attempts: number;
  readonly replays: number;
  readonly mustLookUp: boolean;
  readonly enqueuedAt: string;
  readonly runAt: string;
  readonly leaseUntil: string | undefined;
  readonly leasedBy: string | undefined;
  readonly finishedAt: string | undefined;
  readonly lastErrorCode: string | undefined;
  /** Why a person skipped it. */
  readonly skipReason: string | undefined;
}

/** A job with all that went wrong with it, oldest first. */
export interface JobHistory extends JobRecord {
  readonly errors: readonly JobError[];
  /** Unfinished jobs of its key that wait behind it. */
  readonly heldUp: number;
}
