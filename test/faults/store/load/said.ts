import { writeSync } from 'node:fs';
import { z } from 'zod';

/** What the process under fire tells of what it did: one line each, written before anything else happens. */
export const saidSchema = z.discriminatedUnion('said', [
  z.object({ said: z.literal('opening') }),
  z.object({ said: z.literal('opened'), milliseconds: z.number() }),
  /** A number with an idempotency key is about to be enqueued. */
  z.object({ said: z.literal('trying'), number: z.number() }),
  /** The promise of `enqueue` was fulfilled. */
  z.object({ said: z.literal('enqueued'), number: z.number(), id: z.number() }),
  /** The promise of the transaction with `complete` was fulfilled. */
  z.object({ said: z.literal('completed'), id: z.number() }),
  /** The store refused or could not be reached. */
  z.object({ said: z.literal('refused'), code: z.string() }),
  /** Something happened that the contract rules out. */
  z.object({ said: z.literal('broken'), message: z.string() }),
  z.object({ said: z.literal('drained') })
]);

export type Said = z.infer<typeof saidSchema>;

/** Synchronous: once this returns the line is out of the process, also when it is killed right after. */
export function say(what: Said): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}
