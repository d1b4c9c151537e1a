import type { OrgEvent } from './org-event.ts';

/** Events of one name in the order of their replay ids. Adding one and finding a position never read them all. */
export class EventLog {
  #events: OrgEvent[] = [];
  /** Events before this place have expired. */
  #first = 0;

  add(event: OrgEvent): void {
    this.#events.push(event);
  }

  /** Forgets events published before this moment. */
  dropBefore(time: number): void {
    while (this.#publishedAt(this.#first) < time) this.#first += 1;
    if (this.#first * 2 <= this.#events.length) return;
    this.#events = this.#events.slice(this.#first);
    this.#first = 0;
  }

  get all(): readonly OrgEvent[] {
    return this.#events.slice(this.#first);
  }

  /** Up to `limit` events whose replay id is higher. */
  after(replayId: bigint, limit: number): readonly OrgEvent[] {
    const start = this.#placeAfter(replayId);
    return this.#events.slice(start, start + limit);
  }

  #publishedAt(place: number): number {
    return this.#events[place]?.publishedAt.getTime() ?? Infinity;
  }

  /** Binary search for the first event after a replay id. */
  #placeAfter(replayId: bigint): number {
    let low = this.#first;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.replayId ?? 0n) > replayId) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
