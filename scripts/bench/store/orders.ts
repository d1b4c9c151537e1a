import { z } from 'zod';
import { keySpreadSchema } from './benchmark-jobs.ts';

const count = z.number().int().positive();

/** What the process of a contestant is told to do. */
export const orderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('open'), lane: z.string(), keyed: z.boolean() }),
  z.object({
    order: z.literal('enqueue'),
    lane: z.string(),
    keys: keySpreadSchema,
    count,
    batch: count,
    parallel: count
  }),
  z.object({
    order: z.literal('drain'),
    lane: z.string(),
    keyed: z.boolean(),
    count,
    batch: count,
    workers: count
  }),
  /** Begins to wait for jobs, as a worker does. */
  z.object({ order: z.literal('receive'), lane: z.string() }),
  /** Sends jobs one after the other, a pause between them. */
  z.object({ order: z.literal('send'), lane: z.string(), count, pauseMs: z.number() }),
  /** Waits until so many were received, and says how long each of them took. */
  z.object({ order: z.literal('received'), count }),
  z.object({ order: z.literal('memory') })
]);
export type Order = z.infer<typeof orderSchema>;

const milliseconds = z.array(z.number()).readonly();

/** What an order took, whichever it was. */
export const outcomeSchema = z.object({
  milliseconds,
  claimMilliseconds: milliseconds,
  jobs: z.number(),
  elapsedMs: z.number(),
  residentMib: z.number()
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a process says once its contestant is open. */
export const readySchema = z.object({ openMs: z.number(), settings: z.string(), residentMib: z.number() });
export type Ready = z.infer<typeof readySchema>;
