import { sql } from 'kysely';
import { inFewSizes } from '../few-sizes.ts';
import type { Lease } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { alone } from './alone.ts';
import { heldBy } from './held-by.ts';

/** Moves the end of the leases that still hold, counted from now, and gives them back. */
export async function extend(
  context: StoreContext,
  leases: readonly Lease[],
  leaseMs: number
): Promise<readonly Lease[]> {
  const held = new Map<number, number>();
  for (const chunk of inFewSizes(leases)) {
    for (const { id, fence } of await extendHeld(context, chunk, leaseMs)) held.set(id, fence);
  }
  return leases.filter(({ jobId, fence }) => held.get(jobId) === fence);
}

async function extendHeld(
  context: StoreContext,
  leases: readonly Lease[],
  leaseMs: number
): Promise<readonly { readonly id: number; readonly fence: number }[]> {
  return alone(context, ({ database, dialect }) =>
    database
      .updateTable('job')
      .set({ lease_until: sql<number>`${dialect.now()} + ${sql.val(leaseMs)}` })
      .where((eb) => eb.or(leases.map((lease) => heldBy(lease))))
      .returning(['id', 'fence'])
      .execute()
  );
}
