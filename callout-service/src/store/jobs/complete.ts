import type { Lease } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { completeAll } from './complete-all.ts';
import { leaseLost } from './held-by.ts';

/**
 * The job is done, and the next of its key has its turn.
 * @throws LedgerBridgeError LB608.
 */
export async function complete(context: StoreContext, lease: Lease): Promise<void> {
  const held = await completeAll(context, [lease]);
  if (held.length === 0) throw leaseLost(lease);
}
