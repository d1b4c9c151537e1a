import { setTimeout as wait } from 'node:timers/promises';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { Subscription, SubscriptionOptions, SubscriptionState } from '../port/salesforce-events.ts';
import type { SalesforceSession, SessionTicket } from '../session/session.ts';
import type { PubSubConnection } from './connection.ts';
import type { EventReader } from './event-reader.ts';
import type { EventStreamObserver } from './event-stream-observer.ts';
import type { FetchStream } from './fetch-stream.ts';
import { fullJitter, type Backoff } from './full-jitter.ts';
import type { FetchRequest, FetchResponse } from './messages.ts';
import { readStreamFailure, type StreamFailure } from './stream-failure.ts';

/** The largest number of events that may be asked for. Source: Pub/Sub API Guide, Pub/Sub API and Event Allocations. */
const mostEvents = 100;

/** A stream that was not refused for so long is open, though nothing came: the first sign may take 270 seconds. */
const settledAfterMs = 1_000;

/** What all subscriptions of an org share. */
export interface StreamParts {
  readonly session: Pick<SalesforceSession, 'accepted' | 'refused' | 'ticket'>;
  readonly connect: (ticket: SessionTicket) => PubSubConnection;
  readonly reader: EventReader;
  /** The channel's name in the org. */
  readonly topicName: string;
  readonly silenceTimeoutMs: number;
  readonly backoff: Backoff;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly observer: EventStreamObserver;
}

/** Keeps a stream open from one end to the next: always from the last place that was processed. */
export class StreamSubscription implements Subscription {
  readonly #parts: StreamParts;
  readonly #options: SubscriptionOptions;
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  /** Base64; undefined for all that is still there. */
  #position: string | undefined;
  #state: SubscriptionState['state'] = 'connecting';
  #lastSignAt: string | undefined;
  #lastFailure: LedgerBridgeError | undefined;
  #opened = 0;
  #events = 0;
  #gaps = 0;
  /** Attempts since something was last processed. */
  #tries = 0;
  #wasSessionRefused = false;

  constructor(parts: StreamParts, options: SubscriptionOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#position = options.after;
    this.#ended = this.#run();
  }

  state(): SubscriptionState {
    return {
      state: this.#state,
      lastSignAt: this.#lastSignAt,
      lastFailure: this.#lastFailure,
      reopened: Math.max(0, this.#opened - 1),
      events: this.#events,
      gaps: this.#gaps
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#ended;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const openedAt = performance.now();
      const failure = await this.#follow().catch(readStreamFailure);
      if (performance.now() - openedAt > this.#parts.backoff.ceilingMs) this.#tries = 0;
      await this.#recover(failure);
    }
    this.#state = 'closed';
  }

  /** One stream, from its opening until it ends; it ends by an error. */
  async #follow(): Promise<never> {
    this.#state = 'connecting';
    const { session, connect } = this.#parts;
    const ticket = await session.ticket();
    const connection = connect(ticket);
    const close = () => connection.close();
    this.#closing.signal.addEventListener('abort', close);
    try {
      this.#closing.signal.throwIfAborted();
      await this.#checkChannel(connection);
      session.accepted(ticket);
      return await this.#receive(connection);
    } catch (error) {
      if (readStreamFailure(error).kind === 'session') session.refused(ticket);
      throw error;
    } finally {
      this.#closing.signal.removeEventListener('abort', close);
      close();
    }
  }

  /** Asked first since it is answered at once: a stream may say nothing for minutes, open or not. */
  async #checkChannel(connection: PubSubConnection): Promise<void> {
    const { topicName } = this.#parts;
    if (await connection.canSubscribe(topicName)) return;
    throw new LedgerBridgeError('LB710', { detail: `The user may not subscribe to ${topicName}.` });
  }

  async #receive(connection: PubSubConnection): Promise<never> {
    const stream = connection.subscribe();
    const cancel = () => stream.cancel();
    this.#closing.signal.addEventListener('abort', cancel);
    const settled = setTimeout(() => this.#noteOpen(), settledAfterMs);
    try {
      stream.request(this.#firstRequest());
      return await this.#takeAll(stream, connection, () => clearTimeout(settled));
    } finally {
      clearTimeout(settled);
      this.#closing.signal.removeEventListener('abort', cancel);
      cancel();
    }
  }

  async #takeAll(stream: FetchStream, connection: PubSubConnection, onSign: () => void): Promise<never> {
    for (;;) {
      const response = await stream.next(this.#parts.silenceTimeoutMs);
      onSign();
      this.#lastSignAt = this.#parts.clock().toISO();
      this.#noteOpen();
      await this.#process(response, connection);
      this.#closing.signal.throwIfAborted();
      if (response.events.length > 0) stream.request({ numRequested: response.events.length });
    }
  }

  #firstRequest(): FetchRequest {
    const { topicName } = this.#parts;
    const numRequested = mostEvents;
    if (this.#position === undefined) return { topicName, replayPreset: 'EARLIEST', numRequested };
    const replayId = Buffer.from(this.#position, 'base64');
    return { topicName, replayPreset: 'CUSTOM', replayId, numRequested };
  }

  /** The place moves on only once the events were taken, and never beyond the last of them. */
  async #process({ events, latestReplayId }: FetchResponse, connection: PubSubConnection): Promise<void> {
    const startedAt = performance.now();
    const received = [];
    for (const event of events) received.push(await this.#parts.reader.read(event, connection));
    const place = received.at(-1)?.replayId ?? latestReplayId.toString('base64');
    await this.#options.onEvents(received, place);
    this.#position = place;
    this.#tries = 0;
    this.#wasSessionRefused = false;
    this.#events += received.length;
    const durationMs = performance.now() - startedAt;
    this.#parts.observer.processed?.({
      channel: this.#options.channel,
      events: received.length,
      durationMs
    });
  }

  #noteOpen(): void {
    if (this.#state === 'open') return;
    this.#state = 'open';
    this.#lastFailure = undefined;
    this.#opened += 1;
    this.#parts.observer.opened?.({ channel: this.#options.channel });
  }

  async #recover({ kind, error }: StreamFailure): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#fail(error);
    if (kind === 'replay-id' && this.#position !== undefined) {
      if (await this.#passGap(error)) return;
    }
    // A session that merely expired is replaced at once; one refused again waits like everything else.
    const isExpired = kind === 'session' && !this.#wasSessionRefused;
    this.#wasSessionRefused = kind === 'session';
    if (!isExpired) await this.#wait(error);
  }

  /** Whether the caller has what it needs to go on with the earliest event. */
  async #passGap(reason: LedgerBridgeError): Promise<boolean> {
    this.#gaps += 1;
    this.#parts.observer.gap?.({ channel: this.#options.channel });
    try {
      await this.#options.onGap(reason);
      this.#position = undefined;
      return true;
    } catch (error) {
      this.#fail(asLedgerBridgeError(error));
      return false;
    }
  }

  #fail(error: LedgerBridgeError): void {
    const { channel } = this.#options;
    this.#state = 'waiting';
    this.#lastFailure = error;
    this.#parts.observer.interrupted?.({ channel, code: error.code });
    this.#parts.logger.warn({ code: error.code, err: error, channel }, 'The stream of events ended');
  }

  async #wait({ retryAfterMs = 0 }: LedgerBridgeError): Promise<void> {
    const pause = Math.max(retryAfterMs, fullJitter(this.#tries, this.#parts.backoff));
    this.#tries += 1;
    // Closing ends the wait: that is no failure.
    await wait(pause, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }
}
