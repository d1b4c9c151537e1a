import { z } from 'zod';

/** Objects that become sales orders. */
export const orderObjects = ['Opportunity', 'Order'] as const;
export type OrderObject = (typeof orderObjects)[number];

/**
 * What is asked for. `submit` and `amend` both bring Sage in step with the record as it is when the job runs: what comes
 * twice finds nothing to change.
 */
export const orderActions = ['submit', 'amend', 'cancel'] as const;
export type OrderAction = (typeof orderActions)[number];

const salesforceId = z.string().regex(/^[a-zA-Z0-9]{18}$/, 'is not an 18 character id');

/** Payload of a job in lane `sales-order-out`. */
export const orderRequestSchema = z.object({
  object: z.enum(orderObjects),
  recordId: salesforceId,
  /** The order's identity: see `order-key.ts`. It is the job's key and the request key in Sage. */
  orderKey: salesforceId,
  action: z.enum(orderActions),
  /** 18 characters, or null where nobody is known. */
  requestedBy: salesforceId.nullable(),
  /** ISO 8601 in UTC. */
  requestedAt: z.iso.datetime(),
  /** What brought it: the event, the query for what was missed, or the operation `submitOrder`. */
  source: z.enum(['event', 'catch-up', 'operation'])
});

export type OrderRequest = z.infer<typeof orderRequestSchema>;
