import type { StoreContext } from '../store-context.ts';
import { BATCH, inBatches } from './retention-batch.ts';

/** Deletes sync runs that ended at the moment or before, in milliseconds. */
export function deleteEndedRuns(context: StoreContext, until: number): Promise<number> {
  return inBatches(context, 0, {
    batch: async ({ database }) => {
      const gone = await database
        .deleteFrom('sync_run')
        .where('id', 'in', (within) =>
          within
            .selectFrom('sync_run')
            .select('id')
            .where('finished_at', '<=', until)
            .orderBy('id')
            .limit(BATCH)
        )
        .returning('id')
        .execute();
      return { deleted: gone.length, next: gone.length < BATCH ? undefined : 0 };
    }
  });
}

/** Deletes audit entries of the moment or before, in milliseconds. */
export function deleteAuditEntries(context: StoreContext, until: number): Promise<number> {
  return inBatches(context, 0, {
    batch: async ({ database }) => {
      const gone = await database
        .deleteFrom('audit_entry')
        .where('id', 'in', (within) =>
          within.selectFrom('audit_entry').select('id').where('at', '<=', until).orderBy('id').limit(BATCH)
        )
        .returning('id')
        .execute();
      return { deleted: gone.length, next: gone.length < BATCH ? undefined : 0 };
    }
  });
}

/**
 * Deletes changes of the feed of the moment or before, in milliseconds, but for the newest of them: it tells how far back
 * the feed reaches, also when nothing has changed for long.
 */
export function deleteOldChanges(context: StoreContext, until: number): Promise<number> {
  return inBatches(context, 0, {
    batch: async ({ database }) => {
      const gone = await database
        .deleteFrom('change')
        .where('id', 'in', (within) =>
          within
            .selectFrom('change')
            .select('id')
            .where('stored_at', '<=', until)
            .where('id', '<', (newest) =>
              newest
                .selectFrom('change')
                .select(({ fn }) => fn.max('id').as('id'))
                .where('stored_at', '<=', until)
            )
            .orderBy('id')
            .limit(BATCH)
        )
        .returning('id')
        .execute();
      return { deleted: gone.length, next: gone.length < BATCH ? undefined : 0 };
    }
  });
}
