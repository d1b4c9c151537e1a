import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { requestFailure } from '../failures/request-failure.ts';
import { GrowingPause } from '../growing-pause.ts';
import { exactJson } from '../http/exact-json.ts';
import type { HttpAnswer } from '../http/send.ts';
import type { SalesforceObserver } from '../observer.ts';
import type { SalesforceSession } from '../session/session.ts';
import { Hold } from '../throttle/hold.ts';
import { isReserved, type Usage, usageInHeader, usageInLimits } from '../throttle/usage.ts';
import { Availability } from './availability.ts';
import { exchange } from './exchange.ts';
import { Places } from './places.ts';
import type { RestRequest } from './rest-request.ts';

export interface RestOptions {
  readonly apiVersion: string;
  readonly requestTimeoutMs: number;
  readonly maxParallel: number;
  readonly apiReservePercent: number;
  /** How often it is looked whether the limit has freed up, about: a minute unless given. */
  readonly limitRecheckMs?: number;
  /** How long requests under way may go on when the service stops: five seconds unless given. */
  readonly closeGraceMs?: number;
  readonly observer?: SalesforceObserver;
}

/** The one way by which requests reach the REST API: in the session, few at once, within the limits, judged. */
export class RestGateway {
  readonly availability = new Availability();
  readonly #session: SalesforceSession;
  readonly #options: RestOptions;
  readonly #places: Places;
  readonly #hold: Hold;
  readonly #limitPause = new GrowingPause({ baseMs: 1_000, ceilingMs: 60_000 });
  readonly #ended = new AbortController();
  #usage: Usage | undefined;
  #probe: Promise<void> | undefined;

  constructor(session: SalesforceSession, options: RestOptions) {
    this.#session = session;
    this.#options = options;
    this.#places = new Places(options.maxParallel);
    this.#hold = new Hold({ recheck: () => this.#recheck(), changed: () => this.#heldChanged() });
  }

  /** Root of the resources, as `/services/data/v66.0`. */
  get root(): string {
    return `/services/data/v${this.#options.apiVersion}`;
  }

  get usage(): Usage | undefined {
    return this.#usage;
  }

  get heldUntil(): number | undefined {
    return this.#hold.until;
  }

  /**
   * Answers the body of the answer, numbers as decimal text; null where it has none.
   * @throws LedgerBridgeError as the answer is judged; LB704 or LB716, without a request, while requests are kept back.
   */
  async send(request: RestRequest): Promise<unknown> {
    const askedAt = performance.now();
    let sentAt = askedAt;
    try {
      this.#hold.check();
      const body = await this.#places.run(() => {
        sentAt = performance.now();
        this.#hold.check();
        return this.#attempt(request);
      });
      this.#tell(request, askedAt, sentAt);
      return body;
    } catch (error) {
      const failure = asLedgerBridgeError(error);
      this.#tell(request, askedAt, sentAt, failure);
      throw failure;
    }
  }

  /** One cheap request, unless requests are kept back. Does not reject; those who ask at once share it. */
  async probe(): Promise<void> {
    if (this.heldUntil !== undefined) return;
    this.#probe ??= this.#askLimits().finally(() => {
      this.#probe = undefined;
    });
    await this.#probe;
  }

  /** Waits a little for requests under way; others are refused. */
  async close(): Promise<void> {
    this.#hold.close();
    const grace = setTimeout(() => this.#ended.abort(), this.#options.closeGraceMs ?? 5_000);
    await this.#places.close();
    clearTimeout(grace);
  }

  async #attempt(request: RestRequest): Promise<unknown> {
    let answer: HttpAnswer;
    try {
      const { timeoutMs = this.#options.requestTimeoutMs } = request;
      answer = await exchange(this.#session, request, { timeoutMs, signal: this.#ended.signal });
    } catch (error) {
      const failure = asLedgerBridgeError(error);
      if (failure.code === 'LB704') this.#holdForLimit(failure);
      else this.availability.failed(failure);
      throw failure;
    }
    return this.#judge(answer, request);
  }

  #judge(answer: HttpAnswer, request: RestRequest): unknown {
    const isAway = [502, 503, 504].includes(answer.status);
    if (!isAway) this.availability.answered();
    this.#noteUsage(usageInHeader(answer.headers));
    if (answer.status >= 200 && answer.status < 300) {
      if (this.heldUntil === undefined) this.#limitPause.succeeded();
      if (request.answers === 'csv') return answer.text;
      return answer.text === '' ? null : exactJson(answer.text);
    }
    if (answer.status === 404 && request.mayBeAbsent === true) return undefined;
    const failure = requestFailure(answer, request);
    if (isAway) this.availability.failed(failure);
    if (failure.code === 'LB704') this.#holdForLimit(failure);
    throw failure;
  }

  #holdForLimit(failure: LedgerBridgeError): void {
    // Requests that were under way together are refused together: that is one failure, and no reason to wait longer.
    const { retryAfterMs = 0 } = failure;
    this.#holdBack(failure, this.#hold.isRunning ? retryAfterMs : this.#limitPause.failed(retryAfterMs));
  }

  #noteUsage(usage: Usage | undefined): void {
    if (usage === undefined) return;
    this.#usage = usage;
    this.#options.observer?.usageChanged?.(usage);
    const { apiReservePercent, limitRecheckMs = 60_000 } = this.#options;
    if (!isReserved(usage, apiReservePercent)) return;
    const detail = `${usage.used} of ${usage.limit} API requests are used, and ${apiReservePercent} % are kept for people.`;
    // Not to the second: several services would ask at the same time.
    const forMs = limitRecheckMs * (0.75 + Math.random() / 2);
    this.#holdBack(new LedgerBridgeError('LB716', { detail }), forMs);
  }

  #holdBack(failure: LedgerBridgeError, forMs: number): void {
    this.availability.noted(failure);
    this.#hold.begin(failure, forMs);
  }

  /** Asks once, past the hold; what the answer says either begins the hold anew or lets it end. */
  async #recheck(): Promise<void> {
    const endedAt = this.heldUntil;
    await this.#askLimits();
    if (this.heldUntil === endedAt) this.#hold.end();
  }

  async #askLimits(): Promise<void> {
    const path = `${this.root}/limits`;
    try {
      const body = await this.#attempt({ kind: 'limits', method: 'GET', path, repeatable: true });
      this.#noteUsage(usageInLimits(body));
    } catch {
      // What it says stands in the state. A user without the right to see limits is refused, and the header tells them.
    }
  }

  #heldChanged(): void {
    const until = this.heldUntil;
    const forMs = until === undefined ? undefined : Math.max(0, until - Date.now());
    this.#options.observer?.heldChanged?.({ forMs });
    this.availability.changed();
  }

  #tell({ kind }: RestRequest, askedAt: number, sentAt: number, failure?: LedgerBridgeError): void {
    this.#options.observer?.requestEnded?.({
      kind,
      durationMs: performance.now() - askedAt,
      waitedMs: sentAt - askedAt,
      ...(failure !== undefined && { code: failure.code })
    });
  }
}
