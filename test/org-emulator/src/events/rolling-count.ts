import type { Clock } from '../clock.ts';

const bucketMs = 60_000;

/** Counts what happened within the last so many milliseconds of the org's clock, to the minute. */
export class RollingCount {
  readonly #clock: Clock;
  readonly #windowMs: number;
  readonly #buckets = new Map<number, number>();

  constructor(clock: Clock, windowMs: number) {
    this.#clock = clock;
    this.#windowMs = windowMs;
  }

  add(count: number): void {
    const bucket = Math.floor(this.#clock.now().getTime() / bucketMs);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + count);
  }

  get value(): number {
    const now = this.#clock.now().getTime();
    let sum = 0;
    for (const [bucket, count] of this.#buckets) {
      if (bucket * bucketMs <= now - this.#windowMs) this.#buckets.delete(bucket);
      else sum += count;
    }
    return sum;
  }

  clear(): void {
    this.#buckets.clear();
  }
}
