import type { OrgEvent } from './org-event.ts';

/**
 * Events of one name in the order of their replay ids. Adding one and finding a position never read them all. `oldest` is
 * the moment before which events have expired; each is asked, since a test may have set the clock back in between.
 */
export class EventLog {
  #events: OrgEvent[] = [];

  add(event: OrgEvent): void {
    this.#events.push(event);
  }

  kept(oldest: number): readonly OrgEvent[] {
    this.#forgetBefore(oldest);
    return this.#events.filter((event) => isKept(event, oldest));
  }

  /** Up to `limit` events whose replay id is higher. */
  after(replayId: bigint, limit: number, oldest: number): readonly OrgEvent[] {
    this.#forgetBefore(oldest);
    const found: OrgEvent[] = [];
    for (let place = this.#placeAfter(replayId); found.length < limit; place += 1) {
      const event = this.#events[place];
      if (!event) break;
      if (isKept(event, oldest)) found.push(event);
    }
    return found;
  }

  /** Frees memory once half of the events have expired. */
  #forgetBefore(oldest: number): void {
    const middle = this.#events[this.#events.length >> 1];
    if (!middle || isKept(middle, oldest)) return;
    this.#events = this.#events.filter((event) => isKept(event, oldest));
  }

  /** Binary search for the first event after a replay id. */
  #placeAfter(replayId: bigint): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.replayId ?? 0n) > replayId) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function isKept({ publishedAt }: OrgEvent, oldest: number): boolean {
  return publishedAt.getTime() >= oldest;
}
