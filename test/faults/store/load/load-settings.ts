import { z } from 'zod';
import { storePlaceSchema } from '../place.ts';

/** What a process under fire is told to do. */
export const loadSettingsSchema = z.object({
  place: storePlaceSchema,
  use: z.enum(['exclusive', 'shared']),
  /** Its name in the ledger of effects. */
  process: z.string(),
  seed: z.number(),
  ledger: z.string(),
  /** Numbers from here on are its own; undefined when it enqueues nothing and ends once all jobs are done. */
  produceFrom: z.number().optional(),
  /** Numbers whose acknowledgement did not arrive: sent again with their idempotency keys. */
  sendAgain: z.array(z.number()),
  workers: z.number(),
  leaseMs: z.number(),
  /** Share of attempts that fail before their effect. */
  transientShare: z.number(),
  /** Share of attempts that fail after their effect, without knowing of it. */
  ambiguousShare: z.number()
});

export type LoadSettings = z.infer<typeof loadSettingsSchema>;
