import { Router } from 'express';
import { z } from 'zod';
import { notFound } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { readBody } from '../rest/resource.ts';
import type { Fault } from './fault-plan.ts';

const count = z.int().nonnegative();

const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latency'), milliseconds: count }),
  z.strictObject({
    kind: z.literal('status'),
    // Of HTTP; of gRPC (1 to 16) at the point `stream`.
    status: z.int().min(1).max(599),
    errorCode: z.string(),
    message: z.string(),
    retryAfterSeconds: count.optional()
  }),
  z.strictObject({ kind: z.literal('cut'), when: z.enum(['after-commit', 'before-commit']) }),
  z.strictObject({ kind: z.literal('expired-session') }),
  z.strictObject({ kind: z.literal('row-error'), errorCode: z.string(), message: z.string() }),
  z.strictObject({ kind: z.literal('job-failed'), message: z.string() }),
  z.strictObject({ kind: z.literal('unprocessed-rows'), count }),
  z.strictObject({ kind: z.literal('silence'), milliseconds: count }),
  z.strictObject({ kind: z.literal('replay-id'), problem: z.enum(['corrupted', 'expired']) }),
  z.strictObject({ kind: z.literal('duplicate-events') }),
  z.strictObject({ kind: z.literal('reordered-events') }),
  z.strictObject({ kind: z.literal('gap-events'), overflow: z.boolean() })
]);

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text);
  } catch {
    context.addIssue(`'${text}' is not a regular expression`);
    return z.NEVER;
  }
});

/** A fault as it is posted; `match` is the text of a regular expression. */
const faultBody: z.ZodType<Omit<Fault, 'id'>> = z.strictObject({
  point: z.enum(['bulk-job', 'bulk-row', 'callout', 'login', 'rest', 'soap', 'stream']),
  match: pattern.optional(),
  after: count.default(0),
  times: z.int().positive().optional(),
  effect: effectSchema
});

/** `/faults`: order what is to go wrong, see how often it did, take it away. */
export function faultControl({ faults }: Org): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json(faults.all.map((fault) => ({ ...fault, match: fault.match?.source })));
  });
  router.post('/', (request, response) => {
    response.status(201).json({ id: faults.add(readBody(request, faultBody)) });
  });
  router.delete('/', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  router.delete('/:id', (request, response) => {
    if (!faults.remove(request.params.id)) throw notFound();
    response.status(204).end();
  });
  return router;
}
