import { sql } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Lease } from '../port/job.ts';

/** The job, as long as the lease holds: every answer of a worker is guarded by this. */
export function heldBy({ jobId, fence }: Lease) {
  return sql<boolean>`id = ${jobId} and state = 'active' and fence = ${fence}`;
}

/** A late answer: somebody else has the job, or answered for it. */
export function leaseLost({ jobId, fence }: Lease): LedgerBridgeError {
  return new LedgerBridgeError('LB608', {
    detail: `The lease of job ${jobId} (claim ${fence}) no longer holds.`
  });
}
