import { SqliteFailure } from './sqlite-failure.ts';

/** Gives the turn back; a second time it does nothing. */
export type EndTurn = () => void;

/** Who writes waits here: one at a time, first come first served. */
export class Turns {
  readonly #waitMs: number;
  readonly #waiting = new Set<() => void>();
  #taken = false;

  constructor(waitMs: number) {
    this.#waitMs = waitMs;
  }

  /** @throws SqliteFailure `TURN_NOT_GIVEN` after waiting too long. */
  async take(): Promise<EndTurn> {
    if (this.#taken) await this.#wait();
    this.#taken = true;
    let ended = false;
    return () => {
      if (!ended) this.#passOn();
      ended = true;
    };
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(called);
        reject(
          new SqliteFailure({
            message: `No turn to write came in ${this.#waitMs} ms`,
            code: 'TURN_NOT_GIVEN',
            undone: true
          })
        );
      }, this.#waitMs);
      const called = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.add(called);
    });
  }

  #passOn(): void {
    const [next] = this.#waiting;
    // The turn stays taken while it goes from one to the next, so that nobody slips in between.
    if (next === undefined) this.#taken = false;
    else {
      this.#waiting.delete(next);
      next();
    }
  }
}
