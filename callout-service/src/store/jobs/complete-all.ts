import { sql } from 'kysely';
import type { KeyOfLane } from '../dialect/store-dialect.ts';
import { inFewSizes } from '../few-sizes.ts';
import type { Lease } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { distinctKeys } from './headed-keys.ts';
import { heldBy } from './held-by.ts';
import { promoteAll } from './promote.ts';

/** The jobs whose lease holds are done, and the next of their keys have their turn: a few statements for all of them. */
export function completeAll(context: StoreContext, leases: readonly Lease[]): Promise<readonly Lease[]> {
  if (leases.length === 0) return Promise.resolve([]);
  return context.inTransaction(async (within) => {
    await within.dialect.lockKeys(within.database, keysOf(leases));
    const finished = new Map<number, number>();
    for (const chunk of inFewSizes(leases)) {
      for (const { id, fence } of await finishHeld(within, chunk)) finished.set(id, fence);
    }
    const held = leases.filter(({ jobId, fence }) => finished.get(jobId) === fence);
    await promoteAll(within, keysOf(held));
    return held;
  });
}

function keysOf(leases: readonly Lease[]): readonly KeyOfLane[] {
  return distinctKeys(leases.flatMap(({ lane, key }) => (key === undefined ? [] : { lane, key })));
}

function finishHeld({ database, dialect }: StoreContext, leases: readonly Lease[]) {
  return database
    .updateTable('job')
    .set({ state: 'done', finished_at: sql<number>`${dialect.now()}`, lease_until: null, leased_by: null })
    .where((eb) => eb.or(leases.map((lease) => heldBy(lease))))
    .returning(['id', 'fence'])
    .execute();
}
