import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import { changeEventName } from './change-event.ts';
import { EventLog } from './event-log.ts';
import type {
  EventBus,
  EventBusState,
  EventLimits,
  NewChangeEvent,
  NewPlatformEvent,
  OrgEvent
} from './org-event.ts';
import { ReplayIds } from './replay-ids.ts';
import { keptForMs } from './retention.ts';
import { RollingCount } from './rolling-count.ts';

type Listener = (event: OrgEvent) => void;

const hourMs = 60 * 60 * 1000;

/** The event bus of an org, in memory. */
export class StoredEvents implements EventBus {
  readonly #clock: Clock;
  readonly #schema: Schema;
  readonly #automation = new Set<Listener>();
  readonly #readers = new Set<Listener>();
  readonly #logs = new Map<string, EventLog>();
  readonly #replayIds: ReplayIds;
  readonly #published: RollingCount;
  readonly #delivered: RollingCount;
  #limits: EventLimits = {};

  constructor(clock: Clock, schema: Schema) {
    this.#clock = clock;
    this.#schema = schema;
    this.#replayIds = new ReplayIds(clock);
    this.#published = new RollingCount(clock, hourMs);
    this.#delivered = new RollingCount(clock, 24 * hourMs);
  }

  publish(event: NewPlatformEvent): OrgEvent {
    this.requireRoom();
    return this.publishAllowed(event);
  }

  requireRoom(): void {
    const { hourlyPublished } = this.#limits;
    if (hourlyPublished !== undefined && this.#published.value >= hourlyPublished) {
      throw new SalesforceError(400, 'LIMIT_EXCEEDED', 'The hourly publishing limit was exceeded');
    }
  }

  publishAllowed({ eventName, values, publishedById, startsAutomation = true }: NewPlatformEvent): OrgEvent {
    const object = platformEvent(this.#schema, eventName);
    this.#published.add(1);
    const event = this.#store({ eventName: object.name, payload: values, publishedById, object });
    if (startsAutomation) for (const listener of this.#automation) listener(event);
    return event;
  }

  publishChange({ object, header, values }: NewChangeEvent): OrgEvent {
    const eventName = changeEventName(object.name);
    return this.#store({ eventName, payload: values, publishedById: header.commitUser, header, object });
  }

  onEvent(listener: Listener): () => void {
    return listen(this.#automation, listener);
  }

  onStored(listener: Listener): () => void {
    return listen(this.#readers, listener);
  }

  kept(eventName: string): readonly OrgEvent[] {
    return this.#log(eventName).kept(this.#oldest());
  }

  after(eventNames: readonly string[], replayId: bigint, limit: number): readonly OrgEvent[] {
    const oldest = this.#oldest();
    const [first, ...others] = eventNames.map((name) => this.#log(name).after(replayId, limit, oldest));
    if (!first || others.length === 0) return first ?? [];
    // A channel of several events reads their logs, each in order, as one.
    return [first, ...others]
      .flat()
      .toSorted((a, b) => (a.replayId < b.replayId ? -1 : 1))
      .slice(0, limit);
  }

  tip(): bigint {
    return this.#replayIds.tip();
  }

  knows(replayId: bigint): boolean {
    return this.#replayIds.knows(replayId);
  }

  countDelivered(count: number): boolean {
    const { dailyDelivered } = this.#limits;
    if (dailyDelivered !== undefined && this.#delivered.value + count > dailyDelivered) return false;
    this.#delivered.add(count);
    return true;
  }

  usage(): { readonly publishedInHour: number; readonly deliveredInDay: number } {
    return { publishedInHour: this.#published.value, deliveredInDay: this.#delivered.value };
  }

  limits(): EventLimits {
    return this.#limits;
  }

  setLimits(limits: EventLimits): void {
    this.#limits = limits;
  }

  get state(): EventBusState {
    const oldest = this.#oldest();
    const events = [...this.#logs.values()].flatMap((log) => log.kept(oldest));
    return { events, replayIds: this.#replayIds.state };
  }

  continueFrom({ events, replayIds }: EventBusState): void {
    this.#logs.clear();
    for (const event of events) this.#log(event.eventName).add(event);
    this.#replayIds.continueFrom(replayIds);
  }

  clear(): void {
    this.#logs.clear();
    this.#limits = {};
    for (const part of [this.#replayIds, this.#published, this.#delivered]) part.clear();
  }

  #store(event: Omit<OrgEvent, 'publishedAt' | 'replayId' | 'uuid'>): OrgEvent {
    const publishedAt = this.#clock.now();
    const stored = { ...event, replayId: this.#replayIds.next(), uuid: randomUUID(), publishedAt };
    this.#log(stored.eventName).add(stored);
    for (const reader of this.#readers) reader(stored);
    return stored;
  }

  #log(eventName: string): EventLog {
    const log = this.#logs.get(eventName) ?? new EventLog();
    this.#logs.set(eventName, log);
    return log;
  }

  /** The moment before which events have expired. */
  #oldest(): number {
    return this.#clock.now().getTime() - keptForMs;
  }
}

function platformEvent(schema: Schema, eventName: string): ObjectDefinition {
  const object = schema.object(eventName);
  if (object?.options.kind === 'platformEvent') return object;
  throw new SalesforceError(
    400,
    'INVALID_TYPE',
    `sObject type '${eventName}' is not supported as a platform event.`
  );
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
