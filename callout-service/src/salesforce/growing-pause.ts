/**
 * Keeps from trying again and again what just failed: after each failure a pause twice as long as the one before, up to
 * a ceiling, of which a random half to the whole is kept, so that many who fail together do not come back together.
 */
export class GrowingPause {
  readonly #baseMs: number;
  readonly #ceilingMs: number;
  readonly #now: () => number;
  #failures = 0;
  #endsAt = 0;

  /** `now` counts milliseconds and never goes back. */
  constructor(
    { baseMs, ceilingMs }: { readonly baseMs: number; readonly ceilingMs: number },
    now: () => number = () => performance.now()
  ) {
    this.#baseMs = baseMs;
    this.#ceilingMs = ceilingMs;
    this.#now = now;
  }

  /** Milliseconds until it is over; 0 when it is. */
  get remainingMs(): number {
    return Math.max(0, Math.ceil(this.#endsAt - this.#now()));
  }

  /** Begins the next pause: at least `leastMs`, where the other side named a time. Answers its length. */
  failed(leastMs = 0): number {
    const most = Math.min(this.#ceilingMs, this.#baseMs * 2 ** this.#failures);
    this.#failures += 1;
    const length = Math.max(leastMs, most / 2 + (Math.random() * most) / 2);
    this.#endsAt = Math.max(this.#endsAt, this.#now() + length);
    return length;
  }

  /** Ends the pause; the next one is short again. */
  succeeded(): void {
    this.#failures = 0;
    this.#endsAt = 0;
  }
}
