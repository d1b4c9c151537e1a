import type { OrgEvent } from '../events/org-event.ts';
import type { Org } from '../org.ts';
import { tenantGuid } from './tenant.ts';
import { accessOf } from './caller.ts';
import type { EventCodecs } from './event-codecs.ts';
import type { ConsumerEvent, FetchRequest, FetchResponse } from './messages.ts';
import { refusals } from './pubsub-error.ts';
import { readReplayId, replayIdBytes } from './replay-id-bytes.ts';
import { CutConnection, type DeliveryFaults, strikeDelivery } from './stream-faults.ts';
import { canReceive, canSubscribe, findTopic, hiddenFields, type Topic } from './topics.ts';

/** The largest number of events in a request and in a response (Pub/Sub API Guide, "Pub/Sub API and Event Allocations"). */
export const mostEvents = 100;

const longestTimeout = 2 ** 31 - 1;

/** The client's side of a subscription. */
export interface Subscriber {
  readonly userId: string;
  readonly rpcId: string;
  /** Sends a response. False when the client reads too slowly: the next must wait for `onDrained`. */
  readonly send: (response: FetchResponse) => boolean;
  readonly fail: (error: unknown) => void;
  /** Cuts once what was sent is on its way. */
  readonly cutAfterSending: () => void;
}

/**
 * One Subscribe stream: sends no more events than were requested, adds up what further requests ask for, and says that
 * it is alive whenever nothing was sent for so long.
 */
export class Subscription {
  readonly #org: Org;
  readonly #codecs: EventCodecs;
  readonly #subscriber: Subscriber;
  readonly #topicName: string;
  readonly #keepAlive: NodeJS.Timeout;
  readonly #stopListening: () => void;
  #topic: Topic;
  /** Events up to here were sent, or are none of this client's. */
  #position: bigint;
  #requested = 0;
  #ended = false;
  #scheduled = false;
  /** Nothing can be sent: the client is slow, or a fault says so. */
  #waiting = false;
  #silent = false;
  /** A fault has struck the next batch already: it comes again, or late. */
  #excused = false;

  /** Throws PubSubError when the first request cannot be served. */
  constructor(
    org: Org,
    codecs: EventCodecs,
    subscriber: Subscriber,
    first: FetchRequest,
    keepAliveMs: number
  ) {
    this.#org = org;
    this.#codecs = codecs;
    this.#subscriber = subscriber;
    this.#topicName = first.topicName;
    this.#topic = this.#openTopic();
    this.#position = startOf(org, first);
    this.#stopListening = org.events.onStored(() => this.#schedule());
    this.#keepAlive = setTimeout(() => this.#sayAlive(), keepAliveMs);
  }

  /** Asks for more events. Throws PubSubError. */
  request({ topicName, numRequested }: FetchRequest): void {
    if (topicName !== '' && topicName !== this.#topicName) throw refusals.topicChanged(false);
    checkRequested(numRequested);
    this.#requested += numRequested;
    this.#schedule();
  }

  onDrained(): void {
    this.#waiting = false;
    this.#schedule();
  }

  end(): void {
    this.#ended = true;
    this.#stopListening();
    clearTimeout(this.#keepAlive);
  }

  #openTopic(): Topic {
    if (this.#topicName === '') throw refusals.blankTopic(false);
    const topic = findTopic(this.#org, this.#topicName);
    if (!topic) throw refusals.noTopic(tenantGuid(this.#org), this.#topicName);
    const access = accessOf(this.#org, this.#subscriber.userId);
    if (!canSubscribe(access, topic)) throw refusals.cannotSubscribe(this.#topicName);
    return topic;
  }

  /** Events that are published together are sent together. */
  #schedule(): void {
    if (this.#scheduled || this.#ended) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#sendWhatIsThere();
    });
  }

  #sendWhatIsThere(): void {
    try {
      while (this.#maySend()) {
        const batch = this.#nextBatch();
        if (batch.length === 0) return;
        const faults = this.#excused ? undefined : this.#strike(batch);
        if (this.#maySend()) this.#deliver(batch, faults);
      }
    } catch (error) {
      this.#subscriber.fail(error);
    }
  }

  #maySend(): boolean {
    return !this.#ended && !this.#waiting && this.#requested > 0;
  }

  /** The next events that the user may see, up to what was requested. */
  #nextBatch(): readonly OrgEvent[] {
    this.#topic = findTopic(this.#org, this.#topicName) ?? this.#topic;
    const access = accessOf(this.#org, this.#subscriber.userId);
    for (;;) {
      const limit = Math.min(this.#requested, mostEvents);
      const events = this.#org.events.after(this.#topic.eventNames, this.#position, limit);
      const visible = events.filter(({ object }) => canReceive(access, object));
      const last = events.at(-1);
      if (visible.length > 0 || !last) return visible;
      this.#position = last.replayId;
    }
  }

  /** Lets faults strike the batch; they may end the stream, or make it wait. */
  #strike(batch: readonly OrgEvent[]): DeliveryFaults {
    const faults = strikeDelivery(this.#org, this.#topicName, batch.length);
    if (faults.cut === 'before-commit') throw new CutConnection();
    const delay = faults.silenceMs + faults.latencyMs;
    if (delay > 0) this.#pause(delay, faults.silenceMs > 0);
    return faults;
  }

  #pause(milliseconds: number, silent: boolean): void {
    this.#waiting = true;
    this.#silent = silent;
    this.#excused = true;
    setTimeout(
      () => {
        this.#silent = false;
        this.#keepAlive.refresh();
        this.onDrained();
      },
      Math.min(milliseconds, longestTimeout)
    ).unref();
  }

  #deliver(batch: readonly OrgEvent[], faults: DeliveryFaults | undefined): void {
    if (!this.#org.events.countDelivered(batch.length)) throw refusals.delivered();
    const last = batch.at(-1)?.replayId ?? this.#position;
    const { reordered, duplicate, cut } = faults ?? {};
    this.#requested -= batch.length;
    this.#excused = duplicate === true;
    if (!this.#excused) this.#position = last;
    this.#send(this.#consumerEvents(reordered ? batch.toReversed() : batch), last);
    if (cut === 'after-commit') this.#subscriber.cutAfterSending();
  }

  #consumerEvents(events: readonly OrgEvent[]): ConsumerEvent[] {
    const access = accessOf(this.#org, this.#subscriber.userId);
    const hidden = new Map<OrgEvent['object'], ReadonlySet<string>>();
    return events.map((event) => {
      const fields = hidden.get(event.object) ?? hiddenFields(access, event);
      hidden.set(event.object, fields);
      const { schemaId } = this.#codecs.of(event.object);
      const payload = this.#codecs.encode(event, fields);
      return { event: { id: event.uuid, schemaId, payload }, replayId: replayIdBytes(event.replayId) };
    });
  }

  #sayAlive(): void {
    if (this.#ended) return;
    this.#keepAlive.refresh();
    if (this.#silent) return;
    const { eventNames } = this.#topic;
    const pending = this.#org.events.after(eventNames, this.#position, 1).length > 0;
    if (!pending) this.#position = this.#org.events.tip();
    this.#send([], this.#position);
  }

  #send(events: readonly ConsumerEvent[], latest: bigint): void {
    const { rpcId } = this.#subscriber;
    const latestReplayId = replayIdBytes(latest);
    const accepted = this.#subscriber.send({
      events,
      latestReplayId,
      rpcId,
      pendingNumRequested: this.#requested
    });
    if (!accepted) this.#waiting = true;
    this.#keepAlive.refresh();
  }
}

function checkRequested(numRequested: number): void {
  if (numRequested < 1 || numRequested > mostEvents) throw refusals.requestedEvents();
}

/** The position after which a subscription begins. */
function startOf(org: Org, { replayPreset, replayId }: FetchRequest): bigint {
  if (replayPreset === 'EARLIEST') return 0n;
  if (replayPreset === 'LATEST') return org.events.tip();
  if (replayId.length === 0) throw refusals.noReplayId();
  const position = readReplayId(replayId);
  if (position === undefined || !org.events.knows(position)) throw refusals.replayId();
  return position;
}
