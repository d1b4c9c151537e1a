import { z } from 'zod';
import type { LedgerBridgeError } from './ledger-bridge-error.ts';

/** Problem details as RFC 9457 has them, with the members that the catalogue adds. */
export const problemSchema = z
  .object({
    /** Names the kind of problem; its last part is the code. */
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** What happened in this very case. */
    detail: z.string(),
    /** The path that was asked for. */
    instance: z.string(),
    code: z.string(),
    /** Whether the same request may succeed later without anybody changing anything. */
    retryable: z.boolean(),
    cause: z.string(),
    action: z.string(),
    /** Every field at fault, where fields are. */
    faults: z
      .array(
        z.object({
          code: z.string(),
          field: z.string(),
          value: z.string(),
          problem: z.string(),
          fix: z.string()
        })
      )
      .optional(),
    /** Finds this case in the service's log. */
    requestId: z.string()
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details with a stable code' });

export type Problem = z.infer<typeof problemSchema>;

/** What of a request a problem names. */
export interface ProblemOccasion {
  readonly instance: string;
  readonly requestId: string;
}

/** Turns a failure into problem details. Nothing of its technical cause goes out: that is for the log. */
export function toProblem(error: LedgerBridgeError, occasion: ProblemOccasion): Problem {
  const { title, status, kind, cause, action } = error.entry;
  return {
    type: `urn:ledger-bridge:problem:${error.code}`,
    title,
    status,
    detail: error.detail,
    instance: occasion.instance,
    code: error.code,
    retryable: kind === 'transient',
    cause,
    action,
    ...(error.faults.length > 0 && { faults: [...error.faults] }),
    requestId: occasion.requestId
  };
}
