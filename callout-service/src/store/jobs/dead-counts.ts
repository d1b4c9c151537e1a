import { sql } from 'kysely';
import { isoOf } from '../moment.ts';
import type { DeadCount, DeadFilter, JobFilter } from '../port/jobs.ts';
import { reading } from '../reading.ts';
import type { StoreContext } from '../store-context.ts';
import { isChosen } from './is-chosen.ts';

/** Counts dead jobs in their own index: its cost grows with them only. */
export function deadCounts(
  context: StoreContext,
  filter: Pick<JobFilter, DeadFilter>
): Promise<readonly DeadCount[]> {
  return reading(context, async (database) => {
    const rows = await database
      .selectFrom('job')
      .select(({ fn }) => [
        'lane',
        'last_error_code',
        fn.countAll<number>().as('dead'),
        fn.min('enqueued_at').as('oldest_at')
      ])
      .where(sql<boolean>`state = 'dead'`)
      .where(isChosen(filter))
      .groupBy(['lane', 'last_error_code'])
      .execute();
    return rows.map(({ lane, last_error_code: code, dead, oldest_at: oldestAt }) => ({
      lane,
      code: code ?? undefined,
      dead,
      oldestAt: isoOf(oldestAt)
    }));
  });
}
