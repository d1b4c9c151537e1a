/** Where a clock stands: milliseconds since 1970 when it is stopped, and how far it is ahead of real time. */
export interface ClockState {
  readonly fixedAt: number | null;
  readonly offsetMs: number;
}

/** The org's clock: real time, real time moved by some hours, or a fixed moment, so that lifetimes can be tested. */
export class Clock {
  #fixedAt: number | undefined;
  #offsetMs = 0;
  readonly #listeners = new Set<() => void>();

  /** The moment all records, tokens, events and queries of the org agree on. */
  now(): Date {
    return new Date(this.#fixedAt ?? Date.now() + this.#offsetMs);
  }

  /** Stops the clock at an ISO 8601 moment. Throws when the text is not one. */
  stopAt(isoMoment: string): void {
    const moment = Date.parse(isoMoment);
    if (Number.isNaN(moment)) throw new Error(`'${isoMoment}' is not an ISO 8601 moment`);
    this.#fixedAt = moment;
    this.#tell();
  }

  /** Moves the clock on, stopped or running. What was due in between (scheduled flows, expiries) happens now. */
  advance(milliseconds: number): void {
    if (this.#fixedAt === undefined) this.#offsetMs += milliseconds;
    else this.#fixedAt += milliseconds;
    this.#tell();
  }

  /** Goes back to real time. */
  run(): void {
    this.#fixedAt = undefined;
    this.#offsetMs = 0;
    this.#tell();
  }

  /** Where the clock stands, for a snapshot: stopped at a moment, or ahead of real time. */
  get state(): ClockState {
    return { fixedAt: this.#fixedAt ?? null, offsetMs: this.#offsetMs };
  }

  /** Takes over a state from a snapshot. */
  continueFrom({ fixedAt, offsetMs }: ClockState): void {
    this.#fixedAt = fixedAt ?? undefined;
    this.#offsetMs = offsetMs;
    this.#tell();
  }

  /** Calls `listener` whenever the clock was set or moved. Answers how to stop that. */
  onMoved(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
