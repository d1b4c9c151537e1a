import type { Lease } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { heldBy, leaseLost } from './held-by.ts';

/**
 * The job was not begun: it is ready as if it had not been claimed, but for the fence.
 * @throws LedgerBridgeError LB608.
 */
export function handBack(context: StoreContext, lease: Lease): Promise<void> {
  return context.inTransaction(async (within) => {
    const { numUpdatedRows } = await within.database
      .updateTable('job')
      .set((eb) => ({ state: 'ready', attempts: eb('attempts', '-', 1), lease_until: null, leased_by: null }))
      .where(heldBy(lease))
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw leaseLost(lease);
    within.announceDue(lease.lane);
  });
}
