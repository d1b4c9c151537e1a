import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** One attempt of a job that came to its end. */
interface EndedAttempt {
  readonly lane: string;
  readonly outcome: 'done' | 'found' | 'retried' | 'dead' | 'refused' | 'left';
  readonly attempt: number;
  readonly durationMs: number;
}

/** How the jobs of a lane stand. */
interface LaneFigures {
  readonly lane: string;
  readonly waiting: number;
  readonly due: number;
  readonly later: number;
  readonly active: number;
  readonly dead: number;
  readonly oldestDueAt: string | undefined;
}

/** What is known of the store; undefined while it cannot be reached. */
export type StoreFigures =
  { readonly sizeMegabytes: number; readonly lanes: readonly LaneFigures[] } | undefined;

/** Makes what workers and clockwork take as their observer, and turns what they tell into metrics. */
export function createJobMetrics(registry: Registry) {
  return { ...attemptMetrics([registry]), ...leaseMetrics([registry]), ...clockworkMetrics([registry]) };
}

/**
 * Puts the figures of the store among the metrics. They are asked for by each scrape, from one who answers from what was
 * read a few seconds ago. Only the lanes given show, those with a handler: what else is in the store counts as `other`.
 */
export function putStoreFigures(
  registry: Registry,
  { lanes, figures }: { readonly lanes: readonly string[]; readonly figures: () => Promise<StoreFigures> }
): void {
  const registers = [registry];
  const label = (lane: string) => (lanes.includes(lane) ? lane : 'other');
  const jobs = new Gauge({
    name: 'jobs',
    help: 'Unfinished jobs by lane and state; none while the store cannot be reached',
    labelNames: ['lane', 'state'] as const,
    registers,
    async collect() {
      setJobs(jobs, await figures(), label);
    }
  });
  const oldest = new Gauge({
    name: 'jobs_oldest_due_age_seconds',
    help: 'Age of the job that is due longest, by lane',
    labelNames: ['lane'] as const,
    registers,
    async collect() {
      setOldest(oldest, await figures(), label);
    }
  });
  const size = new Gauge({
    name: 'store_size_bytes',
    help: 'Space that the content of the store takes',
    registers,
    async collect() {
      const known = await figures();
      if (known !== undefined) size.set(known.sizeMegabytes * 1_048_576);
    }
  });
  new Gauge({
    name: 'store_reachable',
    help: 'Whether the store answered when it was last asked (0 or 1)',
    registers,
    async collect() {
      this.set(Number((await figures()) !== undefined));
    }
  });
}

function setJobs(jobs: Gauge<'lane' | 'state'>, known: StoreFigures, label: (lane: string) => string): void {
  jobs.reset();
  for (const figures of known?.lanes ?? []) {
    const lane = label(figures.lane);
    for (const state of ['due', 'later', 'waiting', 'active', 'dead'] as const) {
      jobs.inc({ lane, state }, figures[state]);
    }
  }
}

function setOldest(oldest: Gauge<'lane'>, known: StoreFigures, label: (lane: string) => string): void {
  const ages = new Map<string, number>();
  for (const { lane, oldestDueAt } of known?.lanes ?? []) {
    const age = oldestDueAt === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(oldestDueAt)) / 1_000);
    ages.set(label(lane), Math.max(age, ages.get(label(lane)) ?? 0));
  }
  oldest.reset();
  for (const [lane, age] of ages) oldest.set({ lane }, age);
}

function attemptMetrics(registers: Registry[]) {
  const seconds = new Histogram({
    name: 'job_attempt_duration_seconds',
    help: 'Time of one attempt at a job, its answer included, by lane and outcome; its count is the number of attempts',
    labelNames: ['lane', 'outcome'] as const,
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
    registers
  });
  const attempts = new Histogram({
    name: 'job_attempts',
    help: 'Attempts that jobs took until they were done or dead, by lane',
    labelNames: ['lane'] as const,
    buckets: [1, 2, 3, 5, 8, 13, 25, 50, 100],
    registers
  });
  return {
    attemptEnded({ lane, outcome, attempt, durationMs }: EndedAttempt): void {
      seconds.observe({ lane, outcome }, durationMs / 1000);
      if (['done', 'found', 'dead'].includes(outcome)) attempts.observe({ lane }, attempt);
    }
  };
}

function leaseMetrics(registers: Registry[]) {
  const losses = new Counter({
    name: 'job_leases_lost_total',
    help: 'Leases lost while the handler still worked, by lane and reason',
    labelNames: ['lane', 'reason'] as const,
    registers
  });
  const abandoned = new Gauge({
    name: 'job_handlers_abandoned',
    help: 'Handlers that still work though the lease of their job is lost',
    labelNames: ['lane'] as const,
    registers
  });
  const takenBack = new Counter({
    name: 'jobs_reclaimed_total',
    help: 'Jobs taken back from workers that fell silent, by lane and the state that they then had',
    labelNames: ['lane', 'state'] as const,
    registers
  });
  const handedBack = new Counter({
    name: 'jobs_handed_back_total',
    help: 'Jobs given back before they were begun, since the service stopped',
    labelNames: ['lane'] as const,
    registers
  });
  return {
    leaseLost({
      lane,
      because
    }: {
      readonly lane: string;
      readonly because: 'taken' | 'not-extended' | 'time-limit';
    }): void {
      losses.inc({ lane, reason: because });
    },
    abandonedChanged({ lane, count }: { readonly lane: string; readonly count: number }): void {
      abandoned.set({ lane }, count);
    },
    reclaimed({
      lane,
      ready,
      dead
    }: {
      readonly lane: string;
      readonly ready: number;
      readonly dead: number;
    }): void {
      takenBack.inc({ lane, state: 'ready' }, ready);
      takenBack.inc({ lane, state: 'dead' }, dead);
    },
    handedBack({ lane, count }: { readonly lane: string; readonly count: number }): void {
      handedBack.inc({ lane }, count);
    }
  };
}

function clockworkMetrics(registers: Registry[]) {
  const firings = new Counter({
    name: 'schedule_firings_total',
    help: 'Schedules that fired in this instance',
    registers
  });
  const missed = new Counter({
    name: 'schedule_slots_missed_total',
    help: 'Slots of schedules that passed while no instance ran',
    registers
  });
  return {
    scheduleFired({ missed: slots }: { readonly missed: number }): void {
      firings.inc();
      missed.inc(slots);
    }
  };
}
