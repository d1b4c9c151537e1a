import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { JobState } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';

/**
 * Lane and key of a job, which never change, and its state at this moment.
 * @throws LedgerBridgeError LB610 when there is no such job.
 */
export async function placeOf(
  { database }: StoreContext,
  id: number
): Promise<{ readonly lane: string; readonly key: string | null; readonly state: JobState }> {
  const row = await database
    .selectFrom('job')
    .select(['lane', 'key', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new LedgerBridgeError('LB610', { detail: `There is no job ${id}.` });
  return row;
}
