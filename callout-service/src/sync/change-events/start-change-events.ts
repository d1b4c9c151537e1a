import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import type { Subscription, SubscriptionState } from '../../salesforce/port/salesforce-events.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { Alarm } from '../../alerts/alert-notice.ts';
import { EventPlace } from '../order-request/event-place.ts';
import { InterruptionWatch } from '../order-request/interruption-watch.ts';
import type { ChangeInterests } from './change-interest.ts';
import { knownUntil, placeNameOf } from './known-until.ts';
import { OwnChanges } from './own-changes.ts';
import { reread } from './reread.ts';
import { createChangeTaker } from './take-changes.ts';

export interface ChangeEventParts {
  readonly salesforce: Pick<Salesforce, 'events' | 'records' | 'state'>;
  readonly store: Store;
  /** The pairs that go to Sage: see `createChangeInterests`. */
  readonly interests: ChangeInterests;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How often it is looked which objects are of interest: ten seconds unless given. */
  readonly lookEveryMs?: number;
  /** After so long without one of the streams people are told: a minute unless given. */
  readonly interruptedAfterMs?: number;
}

/** The way in which changes of records come from Salesforce. */
export interface ChangeEvents {
  states(): readonly { readonly channel: string; readonly state: SubscriptionState }[];
  /** Waits for events that are being taken. */
  close(): Promise<void>;
}

/** `/data/AccountChangeEvent`. Source: Change Data Capture Developer Guide, Subscription Channels. */
export function channelOf(object: string): string {
  const event = object.endsWith('__c')
    ? `${object.slice(0, -'c'.length)}ChangeEvent`
    : `${object}ChangeEvent`;
  return `/data/${event}`;
}

/**
 * Subscribes to the changes of every object that a pair brings to Sage, from where the store says that it was, and lets go
 * of those that were switched off. What others changed becomes jobs of lane `record-in-step`; what the stream has lost is
 * found by a query before it goes on.
 */
export function startChangeEvents(parts: ChangeEventParts): ChangeEvents {
  return new Streams(parts);
}

/** The state of a stream that is not open, if there is one. */
function downOf(streams: ReturnType<ChangeEvents['states']>): SubscriptionState | undefined {
  return streams.find(({ state }) => state.state !== 'open')?.state;
}

class Streams implements ChangeEvents {
  readonly #parts: ChangeEventParts;
  readonly #own: OwnChanges;
  readonly #open = new Map<string, Subscription>();
  readonly #watch: InterruptionWatch;
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | undefined;
  #isClosed = false;

  constructor(parts: ChangeEventParts) {
    this.#parts = parts;
    this.#own = new OwnChanges(parts.salesforce);
    const look = () => {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
    };
    look();
    this.#timer = setInterval(look, parts.lookEveryMs ?? 10_000).unref();
    const { alarm, clock, logger, interruptedAfterMs = 60_000 } = parts;
    this.#watch = new InterruptionWatch({
      topic: 'change-streams-interrupted',
      what: 'A stream of changes in Salesforce',
      state: () => downOf(this.states()) ?? { state: 'open', lastFailure: undefined },
      lookEveryMs: Math.min(1_000, parts.lookEveryMs ?? 1_000),
      ...{ alarm, clock, logger, interruptedAfterMs }
    });
  }

  states() {
    return [...this.#open].map(([object, subscription]) => ({
      channel: channelOf(object),
      state: subscription.state()
    }));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#looking;
    await this.#watch.close();
    await Promise.all([...this.#open.values()].map((subscription) => subscription.close()));
  }

  async #look(): Promise<void> {
    try {
      const interests = await this.#parts.interests();
      const wanted = new Set(interests.map(({ salesforceObject }) => salesforceObject));
      for (const object of wanted) if (!this.#open.has(object)) await this.#subscribe(object);
      for (const [object, subscription] of this.#open) {
        if (wanted.has(object)) continue;
        this.#open.delete(object);
        await subscription.close();
      }
    } catch (error) {
      // It is looked again; what is open stays open.
      this.#parts.logger.warn({ err: error }, 'It could not be learned which objects are of interest');
    }
  }

  async #subscribe(object: string): Promise<void> {
    const { salesforce, store, interests, clock, logger } = this.#parts;
    const channel = channelOf(object);
    const cursor = await store.cursors.find(placeNameOf(channel));
    if (this.#isClosed) return;
    const place = new EventPlace(cursor?.value, placeNameOf(channel));
    const { records } = salesforce;
    const taking = { records, store, object, channel, place, interests, own: this.#own, clock, logger };
    const subscription = salesforce.events.subscribe({
      channel,
      after: cursor?.value,
      onEvents: createChangeTaker(taking),
      onGap: ({ code }) => this.#closeGap(object, code)
    });
    this.#open.set(object, subscription);
  }

  /** Rejects when the query cannot be made now; then the stream waits, and asks for it again. */
  async #closeGap(object: string, reason: string): Promise<void> {
    const { interests, salesforce, store, logger } = this.#parts;
    const concerned = (await interests()).filter(({ salesforceObject }) => salesforceObject === object);
    const since = await knownUntil(store, channelOf(object));
    await reread(
      { records: salesforce.records, store, logger },
      { object, interests: concerned, since, reason }
    );
  }
}
