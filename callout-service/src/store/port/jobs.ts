import type {
  ClaimedJob,
  EnqueuedJob,
  FailedJob,
  JobFailure,
  JobHistory,
  JobRecord,
  JobState,
  Lease,
  NewJob
} from './job.ts';

/** Who takes how much. */
export interface ClaimRequest {
  readonly lane: string;
  /** At most this many jobs, each of another key. */
  readonly limit: number;
  /** Name of the worker, for people: host, process and number. */
  readonly worker: string;
  /** Time until the jobs count as lost, unless extended. */
  readonly leaseMs: number;
}

/** The leases that held, and the jobs that were claimed in their place. */
export interface CompletedAndClaimed {
  readonly completed: readonly Lease[];
  readonly claimed: readonly ClaimedJob[];
}

/** Which jobs a list shows, newest last; `after` is the id of the last one seen. */
export interface JobFilter {
  readonly lane?: string;
  readonly key?: string;
  readonly states?: readonly JobState[];
  readonly errorCode?: string;
  /** Stands in the key or in the content, in capitals or not. */
  readonly text?: string;
  /** ISO 8601 in UTC: enqueued then or later. */
  readonly enqueuedFrom?: string;
  /** Enqueued before then. */
  readonly enqueuedBefore?: string;
  readonly after?: number;
  /** 1 to 500. */
  readonly limit: number;
}

/** What dead jobs are counted by. */
export type DeadFilter = 'lane' | 'key' | 'text' | 'enqueuedFrom' | 'enqueuedBefore';

/** Jobs of any of these keys, newest first, with what went wrong with each. */
export interface JobsOfKeys {
  readonly keys: readonly string[];
  /** Of each lane that is not among these. */
  readonly exceptLanes?: readonly string[];
  /** The id of the last one seen. */
  readonly before?: number;
  /** 1 to 500. */
  readonly limit: number;
}

/** Dead jobs of one lane whose last failure has one code. */
export interface DeadCount {
  readonly lane: string;
  readonly code: string | undefined;
  readonly dead: number;
  /** When the oldest of them was enqueued. */
  readonly oldestAt: string;
}

/** What a person does to a dead job. */
export interface ReplayRequest {
  /** Who decided, for the audit. */
  readonly operator: string;
  /** Replaces the payload; the first one is kept beside it. */
  readonly payload?: unknown;
}

/** `replayed`, or the state that shows it was no longer dead: a second replay has no second effect. */
export type ReplayOutcome =
  { readonly outcome: 'replayed' } | { readonly outcome: 'not-dead'; readonly state: JobState };

export interface SkipRequest {
  readonly operator: string;
  readonly reason: string;
}

export type SkipOutcome =
  { readonly outcome: 'skipped' } | { readonly outcome: 'not-dead'; readonly state: JobState };

/** How one lane stands. */
export interface LaneStatistics {
  readonly lane: string;
  /** Behind another job of their key. */
  readonly waiting: number;
  /** Due now. */
  readonly due: number;
  /** Their time has not come: scheduled, or after a failed attempt. */
  readonly later: number;
  readonly active: number;
  /** Each blocks its key, if it has one. */
  readonly dead: number;
  /** Since when the job that is due longest is due. */
  readonly oldestDueAt: string | undefined;
}

/** What became of jobs whose worker did not answer in time. */
export interface Reclaimed {
  /** Given back, to be looked up. */
  readonly ready: number;
  /** Dead, since their attempts are used up. */
  readonly dead: number;
}

/**
 * Jobs and their one state machine (docs/job-states.md). Every method is one transaction, or part of the transaction
 * that it is called within.
 */
export interface Jobs {
  /** Acknowledged when the promise is fulfilled: it is on the disk. @throws LB616 what cannot be stored. */
  enqueue(job: NewJob): Promise<EnqueuedJob>;
  /** All or none, in their order. */
  enqueueAll(jobs: readonly NewJob[]): Promise<readonly EnqueuedJob[]>;
  /** Never waits for others: jobs that another worker is just taking are passed over. */
  claim(request: ClaimRequest): Promise<readonly ClaimedJob[]>;
  /** Heartbeat. Gives back the leases that still hold; work on the others must end. */
  extend(leases: readonly Lease[], leaseMs: number): Promise<readonly Lease[]>;
  /**
   * Done, and the next of its key has its turn.
   * @throws LB608 when the lease no longer holds, nothing has changed then; LB607 when nobody knows: asked again, LB608 means done.
   */
  complete(lease: Lease): Promise<void>;
  /** Several at once, for a few statements. Gives back the leases that held; the other jobs are left as they are. */
  completeAll(leases: readonly Lease[]): Promise<readonly Lease[]>;
  /**
   * `completeAll` and then `claim`, in one transaction: who goes on with the next jobs waits for the disk once. Jobs that
   * have their turn by it may be among those claimed. A lease that no longer held keeps nothing back.
   * @throws LB607 when nobody knows: `completeAll` asked again tells, and jobs that were claimed come back with their lease.
   */
  completeAndClaim(leases: readonly Lease[], request: ClaimRequest): Promise<CompletedAndClaimed>;
  /** @throws LB608 as `complete`. */
  fail(lease: Lease, failure: JobFailure): Promise<FailedJob>;
  /** A job whose work has not begun goes back as if it had not been claimed. @throws LB608 as `complete`. */
  handBack(lease: Lease): Promise<void>;
  /** Takes jobs back whose lease ran out; each counts as an ambiguous attempt (LB609). */
  reclaim(lane: string): Promise<Reclaimed>;
  /** A dead job begins anew, at its old place; audited. @throws LB610 when there is none. */
  replay(id: number, request: ReplayRequest): Promise<ReplayOutcome>;
  /** A dead job is given up, and the next of its key has its turn; audited. @throws LB610 when there is none. */
  skip(id: number, request: SkipRequest): Promise<SkipOutcome>;
  find(id: number): Promise<JobHistory | undefined>;
  list(filter: JobFilter): Promise<readonly JobRecord[]>;
  /** For the history of a record. It reads through the jobs that are kept, so it is for people only. */
  ofKeys(wanted: JobsOfKeys): Promise<readonly JobHistory[]>;
  /** How many dead jobs there are of each lane and code, those of the filter; in no order. */
  deadCounts(filter: Pick<JobFilter, DeadFilter>): Promise<readonly DeadCount[]>;
  /** When the next job of the lane is due; in the past when one is due already. */
  nextDueAt(lane: string): Promise<string | undefined>;
  /** One row per lane that has unfinished jobs. Its cost grows with unfinished jobs only, not with what is done. */
  statistics(): Promise<readonly LaneStatistics[]>;
}
