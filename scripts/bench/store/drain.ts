/** How many jobs are taken out of a lane, and how. */
export interface DrainPlan {
  readonly lane: string;
  readonly keyed: boolean;
  /** At most so many are claimed at once. */
  readonly batch: number;
  readonly workers: number;
  /** The lane holds more than these, so that nobody waits for its last ones. */
  readonly count: number;
}

/** What draining took. */
export interface Drained {
  /** From looking for jobs until they are completed, for each time that some were found. */
  readonly milliseconds: readonly number[];
  /** Claiming alone, where it can be seen. */
  readonly claimMilliseconds: readonly number[];
  readonly jobs: number;
  readonly elapsedMs: number;
}

/** Claiming and completing, each flushed to the disk when it is fulfilled. */
export interface Hands<Job> {
  claim(limit: number): Promise<readonly Job[]>;
  complete(jobs: readonly Job[]): Promise<void>;
}

/** Longer than any lane of the benchmark takes: it has run dry, which is a fault of the benchmark. */
const DEADLINE_MS = 120_000;

/**
 * Drains a lane by calling `claim` and `complete`, each worker one after the other. A worker that finds nothing looks
 * again at once: its time counts until it has completed something.
 */
export async function drainByHand<Job>(hands: Hands<Job>, plan: DrainPlan): Promise<Drained> {
  const milliseconds: number[] = [];
  const claimMilliseconds: number[] = [];
  let wanted = plan.count;
  const begun = performance.now();
  const work = async (): Promise<void> => {
    let looksSince = performance.now();
    while (wanted > 0) {
      const limit = Math.min(plan.batch, wanted);
      wanted -= limit;
      const claims = performance.now();
      const jobs = await hands.claim(limit);
      const claimed = performance.now();
      wanted += limit - jobs.length;
      if (claimed - begun > DEADLINE_MS) throw new Error(`${plan.lane} has run dry.`);
      if (jobs.length === 0) continue;
      await hands.complete(jobs);
      const completed = performance.now();
      claimMilliseconds.push(claimed - claims);
      milliseconds.push(completed - looksSince);
      looksSince = completed;
    }
  };
  await Promise.all(Array.from({ length: plan.workers }, work));
  return { milliseconds, claimMilliseconds, jobs: plan.count, elapsedMs: performance.now() - begun };
}

/** Completing and claiming in one: what a worker does that goes on from job to job. */
export interface OnwardHands<Job> {
  /** Flushed to the disk when it is fulfilled; without jobs it only claims. */
  completeAndClaim(jobs: readonly Job[], limit: number): Promise<readonly Job[]>;
}

/** As `drainByHand`, but each worker claims its next jobs while it completes the last ones. */
export async function drainOnwards<Job>(hands: OnwardHands<Job>, plan: DrainPlan): Promise<Drained> {
  const milliseconds: number[] = [];
  let wanted = plan.count;
  const begun = performance.now();
  const work = async (): Promise<void> => {
    let since = performance.now();
    let held: readonly Job[] = [];
    while (wanted > 0 || held.length > 0) {
      const limit = Math.min(plan.batch, wanted);
      wanted -= limit;
      const next = await hands.completeAndClaim(held, limit);
      const now = performance.now();
      wanted += limit - next.length;
      if (now - begun > DEADLINE_MS) throw new Error(`${plan.lane} has run dry.`);
      if (held.length > 0) {
        milliseconds.push(now - since);
        since = now;
      }
      held = next;
    }
  };
  await Promise.all(Array.from({ length: plan.workers }, work));
  return { milliseconds, claimMilliseconds: [], jobs: plan.count, elapsedMs: performance.now() - begun };
}
