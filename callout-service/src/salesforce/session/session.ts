import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { GrowingPause } from '../growing-pause.ts';
import type { SalesforceObserver } from '../observer.ts';
import { logIn, type LoginOptions, type SessionTicket } from './log-in.ts';

export type { SessionTicket } from './log-in.ts';

/**
 * The service's session with the org, shared by requests and streams. However many need one at a time when there is none,
 * they wait for one login.
 */
export interface SalesforceSession {
  /**
   * The ticket to use now.
   * @throws LedgerBridgeError LB702 when the login is refused: at once, and without another try, until a pause that grows
   * with each refusal up to a minute is over (`retryAfterMs`); LB703 likewise when tickets are refused as soon as they
   * are given; LB701, LB704.
   */
  ticket(): Promise<SessionTicket>;
  /** Tells that Salesforce took the ticket. */
  accepted(ticket: SessionTicket): void;
  /** Tells that Salesforce did not take the ticket: who asks next gets another one. May be told by many, many times. */
  refused(ticket: SessionTicket): void;
  /** The last ticket's, for those who only want to tell it. */
  readonly instanceUrl: string | undefined;
  /** Ends a login that is under way; no other begins. */
  close(): void;
}

export interface SessionOptions extends LoginOptions {
  readonly observer?: Pick<SalesforceObserver, 'loginEnded'>;
}

/** Logs in when a ticket is first asked for. */
export function createSession(options: SessionOptions): SalesforceSession {
  return new JwtBearerSession(options);
}

class JwtBearerSession implements SalesforceSession {
  readonly #options: SessionOptions;
  readonly #pause = new GrowingPause({ baseMs: 1_000, ceilingMs: 60_000 });
  readonly #closed = new AbortController();
  #current: SessionTicket | undefined;
  #isTrusted = false;
  #login: Promise<SessionTicket> | undefined;
  #lastFailure: LedgerBridgeError | undefined;
  #instanceUrl: string | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get instanceUrl(): string | undefined {
    return this.#instanceUrl;
  }

  async ticket(): Promise<SessionTicket> {
    if (this.#current !== undefined) return this.#current;
    this.#login ??= this.#logIn().finally(() => {
      this.#login = undefined;
    });
    return this.#login;
  }

  accepted(ticket: SessionTicket): void {
    if (ticket !== this.#current || this.#isTrusted) return;
    this.#isTrusted = true;
    this.#pause.succeeded();
  }

  refused(ticket: SessionTicket): void {
    if (ticket !== this.#current) return;
    this.#current = undefined;
    if (this.#isTrusted) return;
    // Logging in again at once would only be refused again: somebody ends the user's sessions, or does not let them in.
    this.#holdBack(
      new LedgerBridgeError('LB703', { detail: 'Salesforce refused a session it had just given.' })
    );
  }

  close(): void {
    this.#closed.abort();
  }

  async #logIn(): Promise<SessionTicket> {
    this.#refuseWhilePaused();
    const startedAt = performance.now();
    try {
      const ticket = await logIn(this.#options, this.#closed.signal);
      this.#options.observer?.loginEnded?.({ durationMs: performance.now() - startedAt });
      this.#current = ticket;
      this.#isTrusted = false;
      this.#instanceUrl = ticket.instanceUrl;
      return ticket;
    } catch (error) {
      const failure = asLedgerBridgeError(error);
      const durationMs = performance.now() - startedAt;
      this.#options.observer?.loginEnded?.({ durationMs, code: failure.code });
      // What cannot be reached may be tried by whoever comes next; what was refused is not asked for in a hot loop.
      if (failure.code !== 'LB701') this.#holdBack(failure);
      throw failure;
    }
  }

  #holdBack(failure: LedgerBridgeError): void {
    this.#lastFailure = failure;
    this.#pause.failed(failure.retryAfterMs);
  }

  #refuseWhilePaused(): void {
    const retryAfterMs = this.#pause.remainingMs;
    if (this.#lastFailure === undefined || retryAfterMs === 0) return;
    const { code, message } = this.#lastFailure;
    throw new LedgerBridgeError(code, { detail: message, retryAfterMs, cause: this.#lastFailure });
  }
}
