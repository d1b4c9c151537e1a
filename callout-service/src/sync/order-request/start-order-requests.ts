import type { Alarm } from '../../alerts/alert-notice.ts';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import type { SubscriptionState } from '../../salesforce/port/salesforce-events.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { IntegrationSettingsSource } from '../settings/integration-settings.ts';
import { catchUp } from './catch-up.ts';
import { scheduleCatchUp } from './catch-up-lane.ts';
import { EventPlace, placeName } from './event-place.ts';
import { InterruptionWatch } from './interruption-watch.ts';
import { createTaker } from './take-events.ts';

export const orderRequestChannel = '/event/Sage_Order_Request__e';
const GAP = 'event-gap';
const INTERRUPTED = 'event-stream-interrupted';

export interface OrderRequestParts {
  readonly salesforce: Pick<Salesforce, 'events' | 'records'>;
  readonly store: Store;
  readonly settings: IntegrationSettingsSource;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How often a query looks for requests whose event never came: 1 to 59. */
  readonly catchUpMinutes: number;
  /** After so long without a stream people are told: a minute unless given. */
  readonly interruptedAfterMs?: number;
  /** How often it is looked at: a second unless given. */
  readonly lookEveryMs?: number;
}

/** The way in which requests for orders come from Salesforce. */
export interface OrderRequests {
  state(): SubscriptionState;
  /** Waits for events that are being taken. */
  close(): Promise<void>;
}

/**
 * Subscribes to requests for orders from where the store says that it was. Each becomes a job, and only with that is its
 * event done. What no event tells of is found by a query: now and by schedule in lane `order-catch-up`, and after a gap
 * before the stream goes on. Either way nothing lies between query and stream: the stream goes on from a place that was
 * fixed before, the stored one or the earliest.
 */
export async function startOrderRequests(parts: OrderRequestParts): Promise<OrderRequests> {
  const { salesforce, store, clock, logger } = parts;
  const cursor = await store.cursors.find(placeName);
  await scheduleCatchUp(store, parts.catchUpMinutes);
  const place = new EventPlace(cursor?.value);
  const subscription = salesforce.events.subscribe({
    channel: orderRequestChannel,
    after: cursor?.value,
    onEvents: createTaker({ store, place, clock, logger }),
    onGap: ({ message }) => closeGap(parts, message)
  });
  const watch = new InterruptionWatch({
    interruptedAfterMs: 60_000,
    lookEveryMs: 1_000,
    ...parts,
    topic: INTERRUPTED,
    what: 'The stream of order requests',
    state: () => subscription.state()
  });
  return {
    state: () => subscription.state(),
    async close() {
      await Promise.all([subscription.close(), watch.close()]);
    }
  };
}

/** Rejects when the query cannot be made now; then the stream waits, and asks for it again. */
async function closeGap(
  { alarm, salesforce: { records }, settings, store }: OrderRequestParts,
  reason: string
): Promise<void> {
  await alarm.raise(GAP, `${reason} Records that wait for an answer are looked for by a query.`);
  const { open, missed } = await catchUp({ records, settings, store });
  await alarm.clear(
    GAP,
    `The query found ${open} records that wait for an answer; ${missed} of them were new. Nothing was lost.`
  );
}
