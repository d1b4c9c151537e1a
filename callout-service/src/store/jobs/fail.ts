import { sql } from 'kysely';
import { isoOf } from '../moment.ts';
import type { FailedJob, JobFailure, Lease } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { backoffMs } from './backoff.ts';
import { heldBy, leaseLost } from './held-by.ts';
import { recordErrors } from './job-errors.ts';

/**
 * An attempt failed: the job is tried again after a backoff, or it is dead. Either way it stays the head of its key.
 * @throws LedgerBridgeError LB608.
 */
export function fail(context: StoreContext, lease: Lease, failure: JobFailure): Promise<FailedJob> {
  return context.inTransaction(async (within) => {
    const attempt = await attemptOf(within, lease);
    const failed = await giveBack(within, lease, { failure, attempt });
    await recordErrors(within, [{ ...failure, jobId: lease.jobId, attempt }]);
    return failed;
  });
}

async function attemptOf({ database }: StoreContext, lease: Lease): Promise<number> {
  const row = await database.selectFrom('job').select('attempts').where(heldBy(lease)).executeTakeFirst();
  if (row === undefined) throw leaseLost(lease);
  return row.attempts;
}

async function giveBack(
  { database, dialect, retryPolicyOf, random }: StoreContext,
  lease: Lease,
  { failure, attempt }: { readonly failure: JobFailure; readonly attempt: number }
): Promise<FailedJob> {
  const policy = retryPolicyOf(lease.lane);
  const isDead = failure.kind === 'permanent' || attempt >= policy.maxAttempts;
  const waitMs = backoffMs(attempt, policy, { random, retryAfterMs: failure.retryAfterMs });
  const row = await database
    .updateTable('job')
    .set((eb) => ({
      state: isDead ? 'dead' : 'ready',
      lease_until: null,
      leased_by: null,
      error_count: eb('error_count', '+', 1),
      last_error_code: failure.code,
      ...(isDead ? {} : { run_at: sql<number>`${dialect.now()} + ${sql.val(waitMs)}` }),
      ...(failure.kind === 'ambiguous' ? { must_look_up: 1 } : {})
    }))
    .where(heldBy(lease))
    .returning('run_at')
    .executeTakeFirst();
  if (row === undefined) throw leaseLost(lease);
  return isDead ? { state: 'dead', runAt: undefined } : { state: 'ready', runAt: isoOf(row.run_at) };
}
