import type { BenchmarkJob } from './benchmark-jobs.ts';
import type { Drained, DrainPlan } from './drain.ts';

/** Ours, the libraries that do the same, and the least that a job can cost: one row, committed. */
export const contestantNames = [
  'store-sqlite',
  'store-postgres',
  'pg-boss',
  'graphile-worker',
  'raw-sqlite',
  'raw-postgres'
] as const;
export type ContestantName = (typeof contestantNames)[number];

/** Where a contestant keeps its jobs. */
export interface ContestantPlace {
  /** A directory of its own. */
  readonly directory: string;
  /** The server of the benchmark; each contestant makes schemas of its own. */
  readonly postgresUrl: string;
}

/** Takes jobs in, flushed to the disk when the promise is fulfilled. */
export interface Contestant {
  /** What it was set to, for the result. */
  readonly settings: string;
  /** Makes a place for jobs that do not meet others; `keyed` ones are done in order by key. */
  openLane(lane: string, keyed: boolean): Promise<void>;
  /** All in one transaction. */
  enqueue(lane: string, jobs: readonly BenchmarkJob[]): Promise<void>;
  /** Undefined for the bare inserts. */
  readonly consumer?: Consumer;
  close(): Promise<void>;
}

/** Gives jobs out again. */
export interface Consumer {
  /** Claims and completes as many jobs as the plan says, doing nothing else. */
  drain(plan: DrainPlan): Promise<Drained>;
  /** Waits for jobs as a worker does, tells of each as soon as it is claimed, and completes it. Returns the end of it. */
  receive(lane: string, received: (job: BenchmarkJob) => void): Promise<() => Promise<void>>;
}

export type OpenContestant = (place: ContestantPlace) => Promise<Contestant>;
