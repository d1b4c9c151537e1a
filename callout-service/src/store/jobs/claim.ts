import { sql } from 'kysely';
import type { ClaimedRow } from '../dialect/store-dialect.ts';
import { freeText } from '../entry-text.ts';
import { fromJsonText } from '../json-text.ts';
import { isoOf } from '../moment.ts';
import type { ClaimedJob } from '../port/job.ts';
import type { ClaimRequest } from '../port/jobs.ts';
import type { StoreContext } from '../store-context.ts';
import { alone } from './alone.ts';
import { present } from './present.ts';

const CLAIMED = [
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
] as const;

/**
 * Takes jobs that are due, those that are due longest first. One statement: what is taken by another claim at the same
 * moment is passed over, and only heads are ready, so that no two of a key are taken.
 */
export async function claim(context: StoreContext, request: ClaimRequest): Promise<readonly ClaimedJob[]> {
  if (request.limit < 1) return [];
  const { worker, leaseMs } = request;
  const rows = await alone(context, ({ database, dialect }) =>
    database
      // Materialized: in a subquery PostgreSQL may run the limit again and take more.
      .with(
        (cte) => cte('due').materialized(),
        () => dueJobs(context, request)
      )
      .updateTable('job')
      .from('due')
      .set((eb) => ({
        state: 'active',
        attempts: eb('attempts', '+', 1),
        fence: eb('fence', '+', 1),
        lease_until: sql<number>`${present(dialect)} + ${sql.val(leaseMs)}`,
        leased_by: freeText(worker)
      }))
      .whereRef('job.id', '=', 'due.id')
      .returning(CLAIMED)
      .execute()
  );
  return claimedJobs(rows);
}

function dueJobs({ database, dialect }: StoreContext, { lane, limit }: ClaimRequest) {
  return dialect.skipLocked(
    database
      .selectFrom('job')
      .select('id')
      .where('lane', '=', lane)
      .where(sql<boolean>`state = 'ready'`)
      .where('run_at', '<=', present(dialect))
      .orderBy('run_at')
      .orderBy('id')
      .limit(limit)
  );
}

/** As a worker is given them, those that are due longest first. */
export function claimedJobs(rows: readonly ClaimedRow[]): readonly ClaimedJob[] {
  return rows.toSorted((one, other) => one.run_at - other.run_at || one.id - other.id).map(claimedJob);
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
