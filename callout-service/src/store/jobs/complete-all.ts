import { sql } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Completed, KeyOfLane } from '../dialect/store-dialect.ts';
import { inFewSizes } from '../few-sizes.ts';
import type { Lease } from '../port/job.ts';
import type { StoreContext } from '../store-context.ts';
import { distinctKeys } from './headed-keys.ts';
import { promote } from './promote.ts';

/** The jobs whose lease holds are done, and the next of their keys have their turn: a few statements for all of them. */
export async function completeAll(
  context: StoreContext,
  leases: readonly Lease[]
): Promise<readonly Lease[]> {
  if (leases.length === 0) return [];
  const { completeAtOnce } = context.dialect;
  const { finished, dueLanes } = await (completeAtOnce === undefined
    ? context.inTransaction((within) => completeInSteps(within, leases))
    : sure(context, () => completeAtOnce(context.database, leases, undefined)));
  for (const lane of dueLanes) context.announceDue(lane);
  return heldAmong(leases, finished);
}

/** Those that held, of the leases given. */
export function heldAmong(leases: readonly Lease[], finished: Completed['finished']): readonly Lease[] {
  const fences = new Map(finished.map(({ id, fence }) => [id, fence]));
  return leases.filter(({ jobId, fence }) => fences.get(jobId) === fence);
}

async function completeInSteps(within: StoreContext, leases: readonly Lease[]): Promise<Completed> {
  await within.dialect.lockKeys(within.database, keysOf(leases));
  const finished: (Completed['finished'][number] & PlaceOfJob)[] = [];
  for (const chunk of inFewSizes(leases)) finished.push(...(await finish(within, chunk)));
  await promote(within, keysOf(finished));
  return { finished, dueLanes: [] };
}

interface PlaceOfJob {
  readonly lane: string;
  readonly key?: string | undefined;
}

function keysOf(jobs: readonly PlaceOfJob[]): readonly KeyOfLane[] {
  return distinctKeys(jobs.flatMap(({ lane, key }) => (key === undefined ? [] : { lane, key })));
}

async function finish({ database, dialect }: StoreContext, leases: readonly Lease[]) {
  const held = sql.join(leases.map(({ jobId, fence }) => sql`(${jobId}, ${fence})`));
  const { rows } = await sql<{ id: number; fence: number; lane: string; key: string | null }>`update job
    set state = 'done', finished_at = ${dialect.now()}, lease_until = null, leased_by = null
    from (values ${held}) as held
    where job.id = held.column1 and job.state = 'active' and job.fence = held.column2
    returning job.id, job.fence, job.lane, job.key`.execute(database);
  return rows.map((row) => ({ ...row, key: row.key ?? undefined }));
}

/**
 * A statement that commits itself: without its answer nobody knows whether it was carried out.
 * @throws LedgerBridgeError LB607.
 */
export async function sure<T>({ database, dialect }: StoreContext, statement: () => Promise<T>): Promise<T> {
  try {
    return await statement();
  } catch (error) {
    const fault = dialect.faultOf(error);
    if (fault?.code !== 'LB602' || database.isTransaction) throw fault ?? error;
    throw new LedgerBridgeError('LB607', {
      detail: 'The store did not answer for jobs that are done.',
      cause: error
    });
  }
}
