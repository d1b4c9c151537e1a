import type { StoreContent } from '../../store/port/store.ts';
import { lanes, type Lane } from '../lanes.ts';

/**
 * Lets the dead jobs of these records begin anew, in the transaction that enqueues newer requests for them: whoever asks
 * again has corrected the record, and must not be held up by the failure of before. The dead job reads the record as it is
 * by then; the newer one finds nothing left to change.
 * @param keys of the orders, or in another lane of the records, that were newly asked for.
 */
export async function renewDead(
  { jobs }: Pick<StoreContent, 'jobs'>,
  keys: readonly string[],
  lane: Lane = lanes.salesOrderOut
): Promise<void> {
  const any = keys.length === 0 ? [] : await jobs.list({ lane, states: ['dead'], limit: 1 });
  if (any.length === 0) return;
  for (const key of new Set(keys)) {
    const [dead] = await jobs.list({ lane, key, states: ['dead'], limit: 1 });
    if (dead !== undefined) await jobs.replay(dead.id, { operator: 'a newer request of the record' });
  }
}
