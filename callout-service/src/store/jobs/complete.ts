import type { Lease } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { heldBy, leaseLost } from './held-by.ts';
import { promote } from './promote.ts';

/**
 * The job is done, and the next of its key has its turn.
 * @throws LedgerBridgeError LB608.
 */
export async function complete(context: StoreContext, lease: Lease): Promise<void> {
  const { lane, key } = lease;
  await context.inTransaction(async (within) => {
    if (key === undefined) return finish(within, lease);
    await within.dialect.lockKeys(within.database, [{ lane, key }]);
    await finish(within, lease);
    await promote(within, { lane, key });
  });
}

async function finish({ database, dialect }: StoreContext, lease: Lease): Promise<void> {
  const { numUpdatedRows } = await database
    .updateTable('job')
    .set({ state: 'done', finished_at: dialect.now(), lease_until: null, leased_by: null })
    .where(heldBy(lease))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw leaseLost(lease);
}
