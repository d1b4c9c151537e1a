import { z } from 'zod';

const staleness = z
  .object({ code: z.string(), title: z.string(), detail: z.string(), action: z.string() })
  .meta({ id: 'Staleness', description: 'Why the figures are not live' });

/** What every answer with figures says of their age. */
export const freshnessSchema = z.object({
  /** The moment Sage gave these figures, UTC. */
  asOf: z.iso.datetime(),
  source: z.enum(['live', 'cache']),
  /** Present when the last good answer stands in for Sage. */
  stale: staleness.optional()
});

export type Freshness = z.infer<typeof freshnessSchema>;
