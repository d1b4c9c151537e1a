import type { Clock } from '../clock.ts';
import { makeRecordId } from '../data/record-id.ts';
import type { BulkJob, BulkJobState } from './bulk-job.ts';

/** All Bulk API 2.0 jobs of the org, oldest first. */
export class BulkJobs {
  readonly #clock: Clock;
  readonly #jobs = new Map<string, BulkJob>();
  #sequence = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  nextId(): string {
    this.#sequence += 1;
    return makeRecordId('750', this.#sequence);
  }

  add(job: BulkJob): void {
    this.#jobs.set(job.id, job);
  }

  find(id: string): BulkJob | undefined {
    return (
      this.#jobs.get(id) ?? [...this.#jobs.values()].find((job) => job.id.startsWith(id) && id.length === 15)
    );
  }

  get all(): readonly BulkJob[] {
    return [...this.#jobs.values()];
  }

  /** Moves a job to a state, and stamps it. */
  move(job: BulkJob, state: BulkJobState, errorMessage: string | null = null): void {
    job.state = state;
    job.errorMessage = errorMessage;
    job.systemModstamp = this.#clock.now().toISOString();
  }

  remove(id: string): void {
    this.#jobs.delete(id);
  }

  clear(): void {
    for (const job of this.#jobs.values()) if (job.state === 'InProgress') job.state = 'Aborted';
    this.#jobs.clear();
  }
}
