import type { EnqueuedJob, NewJob } from '../../store/port/job.ts';
import type { StoreContent } from '../../store/port/store.ts';
import { lanes } from '../lanes.ts';
import type { OrderRequest } from './order-request.ts';
import { renewDead } from './renew-dead.ts';

/**
 * Enqueues the job that brings Sage in step with a record. One request is one job, by whichever way and however often it
 * comes: its identity is the record and the moment at which it was asked for.
 */
export async function enqueueOrderRequest(within: StoreContent, request: OrderRequest): Promise<EnqueuedJob> {
  const enqueued = await within.jobs.enqueue(jobOfRequest(request));
  if (!enqueued.duplicate) await renewDead(within, [request.orderKey]);
  return enqueued;
}

/** The job of a request; `idempotencyKey` where it is not the request's own. */
export function jobOfRequest(request: OrderRequest, idempotencyKey = requestKey(request)): NewJob {
  return { lane: lanes.salesOrderOut, key: request.orderKey, payload: request, idempotencyKey };
}

/** The same for the event of a request and for the query that finds its record; an operation is a request of its own. */
export function requestKey({ recordId, requestedAt, source }: OrderRequest): string {
  return `${source === 'operation' ? 'operation' : 'request'}:${recordId}:${requestedAt}`;
}
