import type { WriterState } from '../port/sage-writer.ts';
import type { BoiOperation } from './boi-work.ts';
import type { BoiOptions } from './options.ts';

/** All writing into one Sage company, one operation after the other, in the order of the calls. */
export class WriteQueue {
  readonly #options: BoiOptions;

  constructor(options: BoiOptions) {
    this.#options = options;
  }

  /**
   * Does the operation when its turn comes. Rejects with LB518 when too many wait, LB516 when writing is paused and the
   * operation does not wait, LB513 to LB515 when there is no session, and with what the operation itself rejects with.
   */
  run<T>(operation: BoiOperation<T>): Promise<T> {
    return Promise.reject(new Error(`${operation.name} in ${this.#options.companyCode} is not built yet`));
  }

  /** Lets the operation under way finish, closes the session, and holds all others back until `resume`. */
  pause(): Promise<void> {
    return Promise.resolve();
  }

  resume(): void {
    // Not built yet.
  }

  state(): WriterState {
    return { bridge: 'stopped', pausedSince: null, waiting: 0, bridgeName: null, lastFailure: null };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
