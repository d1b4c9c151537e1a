import type { FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { ChangeEventHeader } from './change-event.ts';
import type { ReplayIdsState } from './replay-ids.ts';

/** A platform event or a change event that was published. */
export interface OrgEvent {
  /** API name of the event, such as `Sage_Order_Request__e` or `AccountChangeEvent`. */
  readonly eventName: string;
  /** Rises over all events of the org, with gaps, as in Salesforce. */
  readonly replayId: bigint;
  readonly uuid: string;
  readonly publishedAt: Date;
  readonly publishedById: string;
  /** Of a platform event: its fields by API name. Of a change event: the record fields it tells of. */
  readonly payload: Readonly<Record<string, FieldValue>>;
  /** Of change events only. */
  readonly header?: ChangeEventHeader | undefined;
  /** The platform event's object, or the entity that changed: as it was defined when the event was published. */
  readonly object: ObjectDefinition;
}

/** A platform event that is to be published: fields as a record of the event object has them. */
export interface NewPlatformEvent {
  readonly eventName: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly publishedById: string;
  /**
   * False for an event whose creator is no active user, which the Pub/Sub API accepts: streams get it, and no flow
   * starts (forcedotcom/pub-sub-api, issue 42). True when left out.
   */
  readonly startsAutomation?: boolean | undefined;
}

/** A change event that is to be published. */
export interface NewChangeEvent {
  readonly object: ObjectDefinition;
  readonly header: ChangeEventHeader;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The event bus at a moment. */
export interface EventBusState {
  readonly events: readonly OrgEvent[];
  readonly replayIds: ReplayIdsState;
}

/** How many events the org may publish and deliver; undefined: as many as it likes. */
export interface EventLimits {
  /** Platform events published within an hour. */
  readonly hourlyPublished?: number | undefined;
  /** Events delivered to all Pub/Sub API clients together within 24 hours. */
  readonly dailyDelivered?: number | undefined;
}

/** All events of the org, for 72 hours of its clock (Platform Events Developer Guide, "Event Message Durability"). */
export interface EventBus {
  /**
   * Publishes now, whatever happens to the transaction around it. Throws SalesforceError INVALID_TYPE when there is
   * no such platform event, and LIMIT_EXCEEDED when the hourly limit is used up.
   */
  publish(event: NewPlatformEvent): OrgEvent;
  /** Throws SalesforceError LIMIT_EXCEEDED when the hourly limit is used up. */
  requireRoom(): void;
  /** Publishes, as `publish`, what `requireRoom` allowed when it was asked for: an event that waited for its commit. */
  publishAllowed(event: NewPlatformEvent): OrgEvent;
  /** Publishes what became of records. No limit applies. */
  publishChange(event: NewChangeEvent): OrgEvent;
  /** Tells every event that automation hears of, as it is published, in order. Answers how to stop that. */
  onEvent(listener: (event: OrgEvent) => void): () => void;
  /** Tells whenever an event was stored, for those who read streams. Answers how to stop that. */
  onStored(listener: (event: OrgEvent) => void): () => void;
  /** Events of one name that are still kept, oldest first. */
  kept(eventName: string): readonly OrgEvent[];
  /** Up to `limit` kept events of these names after a position, oldest first. */
  after(eventNames: readonly string[], replayId: bigint, limit: number): readonly OrgEvent[];
  /** The end of the stream: a replay id from which only later events follow. */
  tip(): bigint;
  /** Whether the bus gave out this replay id within the last 72 hours. */
  knows(replayId: bigint): boolean;
  /** Counts events as delivered to a client. False, and none counted, when the daily limit does not allow them. */
  countDelivered(count: number): boolean;
  /** What was used of the limits: platform events published in the last hour, events delivered in 24 hours. */
  usage(): { readonly publishedInHour: number; readonly deliveredInDay: number };
  limits(): EventLimits;
  setLimits(limits: EventLimits): void;
  /** Everything that is kept, and what was given out as replay ids, for a snapshot. */
  readonly state: EventBusState;
  /** Takes over what a snapshot kept. Nobody is told of it. */
  continueFrom(state: EventBusState): void;
  /** Forgets all events, replay ids, usage and limits. */
  clear(): void;
}
