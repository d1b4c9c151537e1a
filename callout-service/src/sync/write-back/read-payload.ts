import type { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { ClaimedJob } from '../../store/port/job.ts';

/** The payload of a job as its lane has it. @throws LB758 with every fault, since a person may have edited it. */
export function readPayload<T>(schema: z.ZodType<T>, { lane, payload }: ClaimedJob): T {
  const read = schema.safeParse(payload);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new LedgerBridgeError('LB758', {
    detail: `The content of this job of ${lane} cannot be used: ${faults.join('; ')}.`
  });
}
