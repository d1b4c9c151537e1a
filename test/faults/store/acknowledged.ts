import type { Said } from './load/said.ts';

/** Everything that processes under fire were promised by one store. */
export class Acknowledged {
  /** Id by number. */
  readonly enqueued = new Map<number, number>();
  readonly completed = new Set<number>();
  readonly refusals = new Map<string, number>();
  readonly broken: string[] = [];
  readonly #tried = new Set<number>();

  hear(what: Said): void {
    if (what.said === 'enqueued') this.enqueued.set(what.number, what.id);
    if (what.said === 'completed') this.completed.add(what.id);
    if (what.said === 'trying') this.#tried.add(what.number);
    if (what.said === 'broken') this.broken.push(what.message);
    if (what.said === 'refused') this.refusals.set(what.code, (this.refusals.get(what.code) ?? 0) + 1);
  }

  /** Numbers with an idempotency key of which nobody knows whether they were enqueued. */
  unanswered(): number[] {
    return [...this.#tried].filter((number) => !this.enqueued.has(number));
  }
}
