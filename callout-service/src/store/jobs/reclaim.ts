import { sql } from 'kysely';
import type { Reclaimed } from '../port/jobs.ts';
import type { StoreContext } from '../store-context.ts';
import { recordErrors } from './job-errors.ts';
import { present } from './present.ts';

/** Takes the lane's jobs back whose lease ran out. Nobody knows how far their workers came, so they are looked up. */
export function reclaim(context: StoreContext, lane: string): Promise<Reclaimed> {
  return context.inTransaction(async (within) => {
    const rows = await takeBack(within, lane);
    await recordErrors(
      within,
      rows.map(({ id, attempts }) => ({
        jobId: id,
        attempt: attempts,
        kind: 'ambiguous',
        code: 'LB609',
        message: 'The worker did not answer before its lease ran out.'
      }))
    );
    const ready = rows.filter(({ state }) => state === 'ready').length;
    if (ready > 0) within.announceDue(lane);
    return { ready, dead: rows.length - ready };
  });
}

function takeBack(context: StoreContext, lane: string) {
  const { maxAttempts } = context.retryPolicyOf(lane);
  return context.database
    .with(
      (cte) => cte('lost').materialized(),
      () => lostJobs(context, lane)
    )
    .updateTable('job')
    .from('lost')
    .set((eb) => ({
      state: sql<
        'ready' | 'dead'
      >`case when attempts >= ${sql.val(maxAttempts)} then 'dead' else 'ready' end`,
      must_look_up: 1,
      error_count: eb('error_count', '+', 1),
      last_error_code: 'LB609',
      lease_until: null,
      leased_by: null
    }))
    .whereRef('job.id', '=', 'lost.id')
    .returning(['job.id', 'job.state', 'job.attempts'])
    .execute();
}

/** Passes over those that are being answered at this moment. */
function lostJobs({ database, dialect }: StoreContext, lane: string) {
  return dialect.skipLocked(
    database
      .selectFrom('job')
      .select('id')
      .where('lane', '=', lane)
      .where(sql<boolean>`state = 'active'`)
      .where('lease_until', '<=', present(dialect))
  );
}
