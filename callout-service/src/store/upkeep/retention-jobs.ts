import { sql } from 'kysely';
import type { StoreContext } from '../store-context.ts';
import { BATCH, inBatches, type Batch } from './retention-batch.ts';

/** Which finished jobs: those that never failed, or those that did or were skipped. */
export type FinishedKind = 'succeeded' | 'failed';

const kinds = {
  succeeded: sql<boolean>`state = 'done' and error_count = 0`,
  failed: sql<boolean>`(state = 'skipped' or state = 'done' and error_count > 0)`
} as const;

/** Which jobs may go. */
export interface FinishedJobs {
  readonly kind: FinishedKind;
  /** Milliseconds: those that finished at this moment or before. */
  readonly until: number;
}

/** Deletes finished jobs with their errors, those that finished first going first. */
export function deleteFinishedJobs(
  context: StoreContext,
  jobs: FinishedJobs,
  enough?: () => Promise<boolean>
): Promise<number> {
  return inBatches(context, Number.MIN_SAFE_INTEGER, {
    batch: (within, from) => deleteBatch(within, jobs, from),
    ...(enough === undefined ? {} : { enough })
  });
}

/** From a moment on, so that what is kept before it is not looked at again with each batch. */
async function deleteBatch(
  { database, dialect }: StoreContext,
  { kind, until }: FinishedJobs,
  from: number
): Promise<Batch<number>> {
  const gone = await database
    // Materialized: in a subquery PostgreSQL may run the limit again and take more.
    .with(
      (cte) => cte('old').materialized(),
      (within) =>
        dialect.skipLocked(
          within
            .selectFrom('job')
            .select('id')
            .where('finished_at', '>=', from)
            .where('finished_at', '<=', until)
            .where(kinds[kind])
            .orderBy('finished_at')
            .limit(BATCH)
        )
    )
    .deleteFrom('job')
    .where('id', 'in', (within) => within.selectFrom('old').select('id'))
    .returning('finished_at')
    .execute();
  const last = Math.max(...gone.map((job) => job.finished_at ?? from));
  return { deleted: gone.length, next: gone.length < BATCH ? undefined : last };
}
