import type { Clock } from '../clock.ts';
import { keptForMs } from './retention.ts';

const largestGap = 5;
const markEveryMs = 60 * 60 * 1000;

/** Ids that were given out, as texts, with the moments of that in milliseconds since 1970, and the last of all. */
export interface ReplayIdsState {
  readonly last: string;
  readonly given: readonly (readonly [id: string, at: number])[];
}

/**
 * Gives out replay ids: positions in the org's stream of events, which rise with gaps. An id that was never given
 * out, such as one that a client worked out from another, or that is older than 72 hours, is not known.
 */
export class ReplayIds {
  readonly #clock: Clock;
  #ids: bigint[] = [];
  #times: number[] = [];
  /** Never starts again, so that ids from before a reset are not taken for new ones. */
  #last = 8_000_000n;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): bigint {
    this.#forgetExpired();
    this.#last += BigInt(1 + Math.floor(Math.random() * largestGap));
    this.#ids.push(this.#last);
    this.#times.push(this.#clock.now().getTime());
    return this.#last;
  }

  /** The newest id; a new one when the newest is an hour old, since the stream of a real org moves on as well. */
  tip(): bigint {
    const age = this.#clock.now().getTime() - (this.#times.at(-1) ?? -Infinity);
    return age < markEveryMs ? this.#last : this.next();
  }

  knows(id: bigint): boolean {
    const place = this.#placeOf(id);
    return this.#ids[place] === id && (this.#times[place] ?? 0) >= this.#clock.now().getTime() - keptForMs;
  }

  clear(): void {
    this.#ids = [];
    this.#times = [];
  }

  /** What is known, for a snapshot. */
  get state(): ReplayIdsState {
    const given = this.#ids.map((id, place) => [String(id), this.#times[place] ?? 0] as const);
    return { last: String(this.#last), given };
  }

  /** Knows what a snapshot knew, and nothing else. Later ids are higher than all, those of this process too. */
  continueFrom({ last, given }: ReplayIdsState): void {
    this.#ids = given.map(([id]) => BigInt(id));
    this.#times = given.map(([, at]) => at);
    const saved = BigInt(last);
    if (saved > this.#last) this.#last = saved;
  }

  /** Binary search for an id, or for where it would stand. */
  #placeOf(id: bigint): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ids[middle] ?? 0n) >= id) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Frees memory once half of the ids have expired. */
  #forgetExpired(): void {
    const half = this.#ids.length >> 1;
    const oldest = this.#clock.now().getTime() - keptForMs;
    if ((this.#times[half] ?? Infinity) >= oldest) return;
    this.#ids = this.#ids.slice(half);
    this.#times = this.#times.slice(half);
  }
}
