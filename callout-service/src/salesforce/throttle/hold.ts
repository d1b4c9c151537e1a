import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/**
 * Keeps requests back for a while. When the while is over, one request finds out whether it may end: all at once would
 * run into the same limit.
 */
export class Hold {
  readonly #recheck: () => Promise<void>;
  readonly #changed: () => void;
  #reason: LedgerBridgeError | undefined;
  #endsAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `recheck` either begins the hold anew or ends it. */
  constructor({ recheck, changed }: { readonly recheck: () => Promise<void>; readonly changed: () => void }) {
    this.#recheck = recheck;
    this.#changed = changed;
  }

  /** Until when, in milliseconds since 1970; undefined while requests may go. */
  get until(): number | undefined {
    return this.#reason === undefined ? undefined : this.#endsAt;
  }

  /** Whether its time still runs; not while it is found out whether it is over. */
  get isRunning(): boolean {
    return this.#timer !== undefined;
  }

  /** Throws the reason while requests are kept back, with the time to wait. */
  check(): void {
    if (this.#reason === undefined) return;
    const { code, message } = this.#reason;
    // At least a moment: whoever comes back while it is being found out would only be refused again.
    const retryAfterMs = Math.max(1_000, this.#endsAt - Date.now());
    throw new LedgerBridgeError(code, { detail: message, retryAfterMs });
  }

  /** Keeps requests back for so long; a hold that lasts longer stays. */
  begin(reason: LedgerBridgeError, forMs: number): void {
    const endsAt = Date.now() + forMs;
    if (this.#isClosed || (this.#timer !== undefined && this.#endsAt >= endsAt)) return;
    this.#reason = reason;
    this.#endsAt = endsAt;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#recheck();
    }, forMs);
    this.#timer.unref();
    this.#changed();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#reason === undefined) return;
    this.#reason = undefined;
    this.#changed();
  }

  /** Ends it for good. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }
}
