import { z } from 'zod';
import type { Agreed } from '../../../mapping/merge/merge.ts';

const fieldValue = z.union([z.string(), z.boolean(), z.null()]);

/** What the engine keeps with a link, beside what others keep there. */
const engineAgreedSchema = z.object({
  /** Of what Sage had when both agreed: while it is the same there is nothing to bring to Salesforce. */
  digest: z.string().optional(),
  /** By field map; only for pairs that go both ways. */
  mapped: z
    .record(z.string(), z.object({ sage: z.array(fieldValue), salesforce: z.array(fieldValue) }))
    .optional(),
  /** Keys in Sage of what the record pointed at, by field of Salesforce. */
  references: z.record(z.string(), z.string().nullable()).optional(),
  /** Sage had the record no more, and what follows from it was done. */
  vanished: z.boolean().optional()
});

export interface EngineAgreed {
  readonly digest: string | undefined;
  readonly mapped: Agreed | undefined;
  readonly references: Readonly<Record<string, string | null>> | undefined;
  readonly vanished: boolean;
}

/** The engine's part of what both sides agreed on; a link that only others have written has none of it. */
export function engineAgreed(agreed: unknown): EngineAgreed {
  const read = engineAgreedSchema.safeParse(agreed).data ?? {};
  return {
    digest: read.digest,
    mapped: read.mapped,
    references: read.references,
    vanished: read.vanished ?? false
  };
}

/** What is kept with the link from now on: the engine's part is replaced, what others keep beside it stays. */
export function withEngineAgreed(before: unknown, now: Partial<EngineAgreed>): unknown {
  const others = Object.entries(membersOf(before)).filter(([name]) => !OWN.has(name));
  const own = Object.entries(now).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries([...others, ...own]);
}

const OWN: ReadonlySet<string> = new Set(Object.keys(engineAgreedSchema.shape));

function membersOf(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
