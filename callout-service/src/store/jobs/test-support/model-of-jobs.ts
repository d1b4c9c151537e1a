import type { JobState } from '../../port/job.ts';

/** A job as docs/job-states.md tells it, without any database. */
export interface ModelJob {
  readonly id: number;
  readonly key: string | undefined;
  state: JobState;
  payload: unknown;
  originalPayload: unknown;
  attempts: number;
  fence: number;
  mustLookUp: boolean;
  replays: number;
  /** Its lease has run out. */
  isLost: boolean;
}

/** Kinds of answers of a worker. */
export type Answer = 'complete' | 'transient' | 'permanent' | 'ambiguous' | 'hand back';

const UNFINISHED: readonly JobState[] = ['waiting', 'ready', 'active', 'dead'];

/** The whole state machine in memory: each transition in the words of the table, as simple as can be. */
export class ModelOfJobs {
  readonly jobs: ModelJob[] = [];
  readonly #maxAttempts: number;

  constructor(maxAttempts: number) {
    this.#maxAttempts = maxAttempts;
  }

  enqueue(id: number, key: string | undefined, payload: unknown): void {
    const isBehind = key !== undefined && this.jobs.some((job) => job.key === key && isUnfinished(job));
    this.jobs.push({
      id,
      key,
      state: isBehind ? 'waiting' : 'ready',
      payload,
      originalPayload: undefined,
      attempts: 0,
      fence: 0,
      mustLookUp: false,
      replays: 0,
      isLost: false
    });
  }

  find(id: number): ModelJob {
    const job = this.jobs.find((each) => each.id === id);
    if (job === undefined) throw new Error(`The model has no job ${id}`);
    return job;
  }

  claim(id: number, isLost: boolean): void {
    const job = this.find(id);
    Object.assign(job, { state: 'active', attempts: job.attempts + 1, fence: job.fence + 1, isLost });
  }

  holds(id: number, fence: number): boolean {
    const job = this.find(id);
    return job.state === 'active' && job.fence === fence;
  }

  answer(id: number, answer: Answer): void {
    const job = this.find(id);
    if (answer === 'complete') this.#end(job, 'done');
    else if (answer === 'hand back') Object.assign(job, { state: 'ready', attempts: job.attempts - 1 });
    else this.#fail(job, answer);
  }

  reclaim(): { ready: number; dead: number } {
    const lost = this.jobs.filter(({ state, isLost }) => state === 'active' && isLost);
    for (const job of lost) this.#fail(job, 'ambiguous');
    const ready = lost.filter(({ state }) => state === 'ready').length;
    return { ready, dead: lost.length - ready };
  }

  replay(id: number, payload: unknown): void {
    const job = this.find(id);
    Object.assign(job, { state: 'ready', attempts: 0, replays: job.replays + 1 });
    if (payload !== undefined)
      Object.assign(job, { payload, originalPayload: job.originalPayload ?? job.payload });
  }

  skip(id: number): void {
    this.#end(this.find(id), 'skipped');
  }

  #fail(job: ModelJob, kind: 'transient' | 'permanent' | 'ambiguous'): void {
    if (kind === 'ambiguous') job.mustLookUp = true;
    job.state = kind === 'permanent' || job.attempts >= this.#maxAttempts ? 'dead' : 'ready';
  }

  #end(job: ModelJob, state: 'done' | 'skipped'): void {
    job.state = state;
    const next = this.jobs.find((each) => each.key === job.key && each.state === 'waiting');
    if (job.key !== undefined && next !== undefined) next.state = 'ready';
  }
}

function isUnfinished({ state }: ModelJob): boolean {
  return UNFINISHED.includes(state);
}
