import type { ReceivedEvent } from '../../salesforce/port/salesforce-events.ts';
import type { NewJob } from '../../store/port/job.ts';
import type { StoreContent } from '../../store/port/store.ts';
import { lanes } from '../lanes.ts';
import { jobOfRequest, requestKey } from './enqueue-order-request.ts';
import { readEventRequest } from './event-request.ts';
import type { OrderRequest } from './order-request.ts';

/** Scope of the events by which requests came. */
const SCOPE = 'order-request-event';

/** A job for an event, and what is wrong with the event where its job can only become a dead letter. */
export interface JobOfEvent {
  readonly job: NewJob;
  readonly faults?: readonly string[];
}

/**
 * The job of an event. One that cannot be read gets a job too, without key: its handler refuses the content (LB758), so
 * that it is listed, corrected and replayed like every other dead letter, and holds up no order.
 */
export async function jobOfEvent(
  within: Pick<StoreContent, 'idempotencyKeys'>,
  event: ReceivedEvent
): Promise<JobOfEvent> {
  const read = readEventRequest(event);
  if ('request' in read) return { job: await requestJob(within, read.request, event.eventId) };
  const { eventId, replayId, fields } = event;
  const payload = { unreadableEvent: { eventId, replayId, fields, faults: read.faults } };
  const job = { lane: lanes.salesOrderOut, payload, idempotencyKey: `event:${eventId}` };
  return { job, faults: read.faults };
}

/**
 * Two requests for one record within a second look the same, and only their events tell them apart: the first one to come
 * stands for what a query may have found, and each other gets a job of its own.
 */
async function requestJob(
  { idempotencyKeys }: Pick<StoreContent, 'idempotencyKeys'>,
  request: OrderRequest,
  eventId: string
): Promise<NewJob> {
  const key = requestKey(request);
  const known = await idempotencyKeys.take({ scope: SCOPE, key, fingerprint: eventId });
  const isAnother = known.outcome === 'known' && !known.sameContent;
  return jobOfRequest(request, isAnother ? `${key}:${eventId}` : key);
}
