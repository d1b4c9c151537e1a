import { sql } from 'kysely';
import { freeText } from '../entry-text.ts';
import { createAudit } from '../operation/audit.ts';
import type { SkipOutcome, SkipRequest } from '../port/jobs.ts';
import type { StoreContext } from '../store-context.ts';
import { placeOf } from './place-of.ts';
import { promote } from './promote.ts';

/**
 * A dead job is given up for good, and the next of its key has its turn.
 * @throws LedgerBridgeError LB610.
 */
export function skip(
  context: StoreContext,
  id: number,
  { operator, reason }: SkipRequest
): Promise<SkipOutcome> {
  return context.inTransaction(async (within) => {
    const { lane, key } = await placeOf(within, id);
    if (key !== null) await within.dialect.lockKeys(within.database, [{ lane, key }]);
    if (!(await giveUp(within, id, reason))) {
      return { outcome: 'not-dead', state: (await placeOf(within, id)).state };
    }
    if (key !== null) await promote(within, [{ lane, key }]);
    await createAudit(within).record({ operator, action: 'skip', subject: `job ${id}`, detail: { reason } });
    return { outcome: 'skipped' };
  });
}

async function giveUp({ database, dialect }: StoreContext, id: number, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('job')
    .set({ state: 'skipped', finished_at: dialect.now(), skip_reason: freeText(reason) })
    .where('id', '=', id)
    .where(sql<boolean>`state = 'dead'`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
