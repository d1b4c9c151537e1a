import { z } from 'zod';

/** One thing that the service needs, and how it is. */
const prerequisite = z
  .object({
    name: z.enum([
      'sage',
      'edition',
      'driver',
      'parameters',
      'dates',
      'columns',
      'systemTables',
      'company',
      'writing',
      'bridge',
      'orderRequestKey',
      'customerRequestKey',
      'cashReceipts',
      'salesforce',
      'salesforceRequests',
      'orderRequests',
      'changeEvents',
      'gates',
      'deadLetters',
      'alerts',
      'alertMail',
      'timeZone',
      'signingKeys',
      'clock',
      'store',
      'lastGoodAnswers',
      'tls'
    ]),
    state: z.enum(['ok', 'warning', 'failed']),
    /** What was found, in one sentence. */
    finding: z.string(),
    /** Why it is not ok; absent when it is. */
    cause: z.string().optional(),
    /** What to do about it; absent when there is nothing to do. */
    fix: z.string().optional()
  })
  .meta({ id: 'Prerequisite', description: 'One thing that the service needs, and how it is' });

/** The answer of `getStatus`. */
export const serviceStatusSchema = z
  .object({
    /** The worst state among the prerequisites. */
    state: z.enum(['ok', 'warning', 'failed']),
    version: z.string(),
    startedAt: z.iso.datetime(),
    uptimeSeconds: z.int(),
    asOf: z.iso.datetime(),
    prerequisites: z.array(prerequisite)
  })
  .meta({ id: 'ServiceStatus' });

export type ServiceStatus = z.infer<typeof serviceStatusSchema>;
export type Prerequisite = z.infer<typeof prerequisite>;
