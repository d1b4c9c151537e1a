import type { Lease } from '../port/job.ts';
import type { ClaimRequest, CompletedAndClaimed } from '../port/jobs.ts';
import type { StoreContext } from '../store-context.ts';
import { claim, claimedJobs } from './claim.ts';
import { completeAll, heldAmong, sure } from './complete-all.ts';

/** Jobs are done and others are claimed in one transaction, so that the disk is waited for once. */
export async function completeAndClaim(
  context: StoreContext,
  leases: readonly Lease[],
  request: ClaimRequest
): Promise<CompletedAndClaimed> {
  const { completeAtOnce } = context.dialect;
  if (completeAtOnce === undefined) {
    return context.inTransaction(async (within) => {
      const completed = await completeAll(within, leases);
      return { completed, claimed: await claim(within, request) };
    });
  }
  const { finished, claimed, dueLanes } = await sure(context, () =>
    completeAtOnce(context.database, leases, request)
  );
  for (const lane of dueLanes) context.announceDue(lane);
  return { completed: heldAmong(leases, finished), claimed: claimedJobs(claimed) };
}
