import { sql } from 'kysely';
import { freeText } from '../entry-text.ts';
import { fromJsonText } from '../json-text.ts';
import { isoOf } from '../moment.ts';
import type { ClaimedJob } from '../port/job.ts';
import type { ClaimRequest } from '../port/jobs.ts';
import type { StoreContext } from '../store-context.ts';
import { present } from './present.ts';

/**
 * Takes jobs that are due, those that are due longest first. One statement: what is taken by another claim at the same
 * moment is passed over, and only heads are ready, so that no two of a key are taken.
 */
export async function claim(
  { database, dialect }: StoreContext,
  { lane, limit, worker, leaseMs }: ClaimRequest
): Promise<readonly ClaimedJob[]> {
  const now = present(dialect);
  const rows = await database
    // Materialized: in a subquery PostgreSQL may run the limit again and take more.
    .with(
      (cte) => cte('due').materialized(),
      (within) =>
        dialect.skipLocked(
          within
            .selectFrom('job')
            .select('id')
            .where('lane', '=', lane)
            .where(sql<boolean>`state = 'ready'`)
            .where('run_at', '<=', now)
            .orderBy('run_at')
            .orderBy('id')
            .limit(limit)
        )
    )
    .updateTable('job')
    .from('due')
    .set((eb) => ({
      state: 'active',
      attempts: eb('attempts', '+', 1),
      fence: eb('fence', '+', 1),
      lease_until: sql<number>`${now} + ${sql.val(leaseMs)}`,
      leased_by: freeText(worker)
    }))
    .whereRef('job.id', '=', 'due.id')
    .returning([
      'job.id',
      'job.lane',
      'job.key',
      'job.payload_json',
      'job.attempts',
      'job.fence',
      'job.must_look_up',
      'job.enqueued_at',
      'job.run_at',
      'job.lease_until'
    ])
    .execute();
  return rows.toSorted((one, other) => one.run_at - other.run_at || one.id - other.id).map(claimedJob);
}

interface ClaimedRow {
  readonly id: number;
  readonly lane: string;
  readonly key: string | null;
  readonly payload_json: string;
  readonly attempts: number;
  readonly fence: number;
  readonly must_look_up: number;
  readonly enqueued_at: number;
  readonly lease_until: number | null;
}

function claimedJob(row: ClaimedRow): ClaimedJob {
  const { id, lane } = row;
  const key = row.key ?? undefined;
  return {
    id,
    lane,
    key,
    payload: fromJsonText(row.payload_json),
    attempt: row.attempts,
    mustLookUp: row.must_look_up === 1,
    enqueuedAt: isoOf(row.enqueued_at),
    lease: { jobId: id, lane, key, fence: row.fence },
    leaseUntil: isoOf(row.lease_until ?? 0)
  };
}
