import type { FieldValue } from '../schema/field.ts';

/** A platform event or a change event that was published. */
export interface OrgEvent {
  /** API name of the event, such as `Sage_Order_Request__e` or `AccountChangeEvent`. */
  readonly eventName: string;
  /** Rises over all events of the org, with gaps, as in Salesforce. */
  readonly replayId: bigint;
  readonly uuid: string;
  readonly publishedAt: Date;
  readonly publishedById: string;
  /** Of a platform event: its fields by API name. Of a change event: what the change event builder gave. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A platform event that is to be published: fields as a record of the event object has them. */
export interface NewPlatformEvent {
  readonly eventName: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly publishedById: string;
}

/** All events of the org, for 72 hours of its clock (Platform Events Developer Guide, "Event Message Durability"). */
export interface EventBus {
  /** Publishes now, whatever happens to the transaction around it. */
  readonly publish: (event: NewPlatformEvent) => OrgEvent;
  /** Tells every event as it is published, in order. Answers how to stop that. */
  readonly onEvent: (listener: (event: OrgEvent) => void) => () => void;
  /** Events of one name that are still kept, oldest first. */
  readonly kept: (eventName: string) => readonly OrgEvent[];
  /** Forgets all. */
  readonly clear: () => void;
}
