import type { WriterState } from '../port/sage-writer.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { credentialMask } from './credential-mask.ts';
import type { SessionEnd } from './observer.ts';
import type { BoiOptions } from './options.ts';
import { BoiSession } from './session.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
// Sage can lock a user out after some refused passwords, so a refused login is not tried again and again.
const PAUSE_AFTER_REFUSED_LOGIN_MS = 5 * MS_PER_MINUTE;

/**
 * Keeps one warm session: opened on need, replaced when it is old or was used often, closed when it stands idle, given
 * up after an error. When opening fails, the same error is the answer for a growing while, and nothing is started.
 */
export class SessionKeeper {
  readonly #options: BoiOptions;
  readonly #mask: (text: string) => string;
  #session: BoiSession | undefined;
  #opening = false;
  #idleTimer: NodeJS.Timeout | undefined;
  #closing: Promise<void> = Promise.resolve();
  #failuresInARow = 0;
  #lastFailure: LedgerBridgeError | undefined;
  #notBefore = 0;

  constructor(options: BoiOptions) {
    this.#options = options;
    this.#mask = credentialMask(options.login);
  }

  /** The session for the next operation. Rejects with LB513 to LB515 or LB524. To be called by one at a time. */
  async take(): Promise<BoiSession> {
    clearTimeout(this.#idleTimer);
    await this.#closing;
    const due = this.#session === undefined ? undefined : this.#reasonToReplace(this.#session);
    if (due !== undefined) await this.close(due);
    this.#session ??= await this.#open();
    this.#session.operations += 1;
    return this.#session;
  }

  /** Takes the session back: one that cannot be trusted is given up, another waits for the next operation. */
  async giveBack(): Promise<void> {
    if (this.#session?.isSound === false) await this.close('error');
    const idleMs = this.#options.closeWhenIdleMinutes * MS_PER_MINUTE;
    this.#idleTimer = setTimeout(() => void this.close('idle'), idleMs).unref();
  }

  /** Closes the session, if there is one. Never rejects. */
  close(end: SessionEnd): Promise<void> {
    clearTimeout(this.#idleTimer);
    const session = this.#session;
    if (session === undefined) return this.#closing;
    this.#session = undefined;
    this.#options.observer?.sessionEnded?.({ end });
    this.#options.logger?.info({ end, operations: session.operations }, 'the session of Sage was closed');
    this.#closing = session.close();
    return this.#closing;
  }

  /** Lets the next operation try to open a session at once, whatever failed before. */
  tryAgain(): void {
    this.#notBefore = 0;
  }

  get bridgeState(): Exclude<WriterState['bridge'], 'busy'> {
    if (this.#opening) return 'starting';
    if (this.#session?.isSound === true) return 'ready';
    return this.#lastFailure === undefined ? 'stopped' : 'failed';
  }

  /** Why no session could be opened last; null when one could. */
  get lastFailure(): ErrorCode | null {
    return this.#lastFailure?.code ?? null;
  }

  #reasonToReplace(session: BoiSession): SessionEnd | undefined {
    const { recycleAfterHours, recycleAfterOperations } = this.#options;
    if (!session.isSound) return 'error';
    if (session.operations >= recycleAfterOperations) return 'operations';
    return performance.now() - session.openedAt >= recycleAfterHours * MS_PER_HOUR ? 'age' : undefined;
  }

  async #open(): Promise<BoiSession> {
    if (this.#lastFailure !== undefined && performance.now() < this.#notBefore)
      throw again(this.#lastFailure);
    this.#opening = true;
    try {
      const session = await BoiSession.open(this.#options, this.#mask);
      this.#failuresInARow = 0;
      this.#lastFailure = undefined;
      const { bridge, bits } = session.bridge;
      this.#options.logger?.info({ bridge, bits }, 'a session of Sage was opened');
      return session;
    } catch (thrown) {
      this.#failed(asLedgerBridgeError(thrown));
      throw thrown;
    } finally {
      this.#opening = false;
    }
  }

  #failed(error: LedgerBridgeError): void {
    this.#failuresInARow += 1;
    this.#lastFailure = error;
    const pause =
      error.code === 'LB514'
        ? PAUSE_AFTER_REFUSED_LOGIN_MS
        : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#failuresInARow - 1));
    this.#notBefore = performance.now() + pause;
    this.#options.logger?.warn({ code: error.code, err: error.cause }, error.message);
  }
}

function again({ code, message, cause }: LedgerBridgeError): LedgerBridgeError {
  return new LedgerBridgeError(code, { detail: message, cause });
}
