import type { StoredAnswer } from '../port/last-answers.ts';

/** What the store has still to be told of one operation and key. */
export interface WaitingChange {
  readonly operation: string;
  readonly key: string;
  /** Undefined when it is to be forgotten. */
  readonly answer: StoredAnswer | undefined;
}

/** Changes on their way to the store: one for each operation and key, the newest; the oldest go when they are too many. */
export class WaitingAnswers {
  readonly #changes = new Map<string, WaitingChange>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#changes.size;
  }

  find(operation: string, key: string): WaitingChange | undefined {
    return this.#changes.get(idOf(operation, key));
  }

  put(change: WaitingChange): void {
    const id = idOf(change.operation, change.key);
    if (isNewer(this.#changes.get(id)?.answer, change.answer)) return;
    this.#changes.delete(id);
    this.#changes.set(id, change);
    const [oldest] = this.#changes.keys();
    if (this.#changes.size > this.#most && oldest !== undefined) this.#changes.delete(oldest);
  }

  /** Those that have waited longest; they stay until they are done, so that they are found meanwhile. */
  oldest(count: number): readonly WaitingChange[] {
    return [...this.#changes.values()].slice(0, count);
  }

  /** The store has them. One that was replaced meanwhile still waits. */
  done(changes: readonly WaitingChange[]): void {
    for (const change of changes) {
      const id = idOf(change.operation, change.key);
      if (this.#changes.get(id) === change) this.#changes.delete(id);
    }
  }
}

function isNewer(waiting: StoredAnswer | undefined, answer: StoredAnswer | undefined): boolean {
  if (waiting === undefined || answer === undefined) return false;
  return Date.parse(waiting.asOf) > Date.parse(answer.asOf);
}

function idOf(operation: string, key: string): string {
  return `${operation} ${key}`;
}
