import type { Clock } from '../../clock.ts';

/** Work that flows do by themselves, at a moment of the org's clock. */
export interface Job {
  /** Another job of the same key takes this one's place. */
  readonly key: string;
  readonly dueAt: Date;
  readonly run: () => Promise<void>;
}

/** As many jobs run beside each other; more wait their turn. */
const mostRunning = 10;
const longestTimerMs = 2 ** 31 - 1;

/**
 * Jobs by their moment. What is due starts soon, in order: by a real timer, and whenever the clock is moved. A job
 * reports its own failures; one that throws is a defect, and is thrown where node sees it.
 */
export class JobQueue {
  readonly #clock: Clock;
  #jobs: Job[] = [];
  #running = 0;
  #generation = 0;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;
  #waiting: (() => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
    clock.onMoved(() => this.#arm());
  }

  add(job: Job): void {
    this.cancel(job.key);
    const at = this.#jobs.findLastIndex(({ dueAt }) => dueAt.getTime() <= job.dueAt.getTime());
    this.#jobs.splice(at + 1, 0, job);
    this.#arm();
  }

  /** Takes a job away that has not begun. */
  cancel(key: string): void {
    const at = this.#jobs.findIndex((job) => job.key === key);
    if (at >= 0) this.#jobs.splice(at, 1);
  }

  has(key: string): boolean {
    return this.#jobs.some((job) => job.key === key);
  }

  /** Jobs that have not begun, by moment. */
  get planned(): readonly Pick<Job, 'dueAt' | 'key'>[] {
    return this.#jobs.map(({ key, dueAt }) => ({ key, dueAt }));
  }

  /** Resolves when nothing is due or running. */
  settled(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Forgets all that has not begun. Answers nothing; what runs finds out by `isCurrent`. */
  clear(): void {
    this.#jobs = [];
    this.#generation += 1;
    this.#arm();
    this.#tellIfIdle();
  }

  /** Tells whether the queue was cleared since this was called. */
  watch(): () => boolean {
    const generation = this.#generation;
    return () => generation !== this.#generation;
  }

  #isIdle(): boolean {
    return this.#running === 0 && !this.#isDue(this.#jobs[0]);
  }

  #isDue(job: Job | undefined): boolean {
    return job !== undefined && job.dueAt.getTime() <= this.#clock.now().getTime();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const [next] = this.#jobs;
    if (!next) return;
    if (this.#isDue(next)) {
      this.#soon ??= setImmediate(() => this.#startDue());
      return;
    }
    const wait = next.dueAt.getTime() - this.#clock.now().getTime();
    this.#timer = setTimeout(() => this.#arm(), Math.min(wait, longestTimerMs));
    this.#timer.unref();
  }

  #startDue(): void {
    this.#soon = undefined;
    while (this.#running < mostRunning && this.#isDue(this.#jobs[0])) {
      const job = this.#jobs.shift();
      if (!job) break;
      this.#running += 1;
      void job.run().finally(() => this.#ended());
    }
    if (this.#running < mostRunning) this.#arm();
  }

  #ended(): void {
    this.#running -= 1;
    this.#arm();
    this.#tellIfIdle();
  }

  #tellIfIdle(): void {
    if (!this.#isIdle()) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
