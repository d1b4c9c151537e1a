import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** Whether Salesforce answered the last time, and who wants to know. */
export class Availability {
  readonly #listeners = new Set<() => void>();
  #reachable = true;
  #lastFailure: LedgerBridgeError | undefined;

  get reachable(): boolean {
    return this.#reachable;
  }

  get lastFailure(): LedgerBridgeError | undefined {
    return this.#lastFailure;
  }

  answered(): void {
    if (this.#reachable) return;
    this.#reachable = true;
    this.changed();
  }

  failed(failure: LedgerBridgeError): void {
    this.#lastFailure = failure;
    if (!this.#reachable) return;
    this.#reachable = false;
    this.changed();
  }

  /** Keeps a failure that does not tell that Salesforce is away. */
  noted(failure: LedgerBridgeError): void {
    this.#lastFailure = failure;
  }

  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
