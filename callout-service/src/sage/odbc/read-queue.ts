import type { Priority } from './run-slots.ts';

interface Queued {
  readonly priority: Priority;
}

/** Reads that wait for a connection: the interactive ones before those of the background, each in their order. */
export class ReadQueue<R extends Queued> {
  readonly #lanes: Readonly<Record<Priority, R[]>> = { interactive: [], background: [] };

  get length(): number {
    return this.#lanes.interactive.length + this.#lanes.background.length;
  }

  lengthOf(priority: Priority): number {
    return this.#lanes[priority].length;
  }

  push(read: R): void {
    this.#lanes[read.priority].push(read);
  }

  /** Puts a read before all others of its priority. */
  putFirst(read: R): void {
    this.#lanes[read.priority].unshift(read);
  }

  /** Takes the next read for which there is room. */
  takeNext(hasRoomFor: (priority: Priority) => boolean): R | undefined {
    const { interactive, background } = this.#lanes;
    if (interactive.length > 0) return hasRoomFor('interactive') ? interactive.shift() : undefined;
    return background.length > 0 && hasRoomFor('background') ? background.shift() : undefined;
  }

  remove(read: R): void {
    const lane = this.#lanes[read.priority];
    const index = lane.indexOf(read);
    if (index >= 0) lane.splice(index, 1);
  }
}
