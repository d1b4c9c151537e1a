import { sql, type Kysely } from 'kysely';
import { freeText } from '../entry-text.ts';
import type { ClaimedRow, CompletedAtOnce } from '../dialect/store-dialect.ts';
import type { Lease } from '../port/job.ts';
import type { ClaimRequest } from '../port/jobs.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { locksOf } from './key-locks.ts';

type Row =
  | { readonly what: 'finished'; readonly id: number; readonly fence: number }
  | { readonly what: 'due'; readonly lane: string }
  | ({ readonly what: 'claimed' } & ClaimedRow);

/** Asks the function `complete_jobs` of the schema. */
export async function completeAtOnce(
  database: Kysely<StoreDatabase>,
  schema: string,
  { leases, request }: { readonly leases: readonly Lease[]; readonly request: ClaimRequest | undefined }
): Promise<CompletedAtOnce> {
  const { store, locks } = locksOf(
    schema,
    leases.flatMap(({ lane, key }) => (key === undefined ? [] : { lane, key }))
  );
  const ids = leases.map(({ jobId }) => jobId);
  const fences = leases.map(({ fence }) => fence);
  const { lane, limit, worker, leaseMs } = request ?? { lane: '', limit: 0, worker: '', leaseMs: 0 };
  const { rows } = await sql<Row>`select * from complete_jobs(${store}, ${locks}, ${ids}, ${fences},
    ${lane}, ${limit}, ${freeText(worker)}, ${leaseMs})`.execute(database);
  return {
    finished: rows.filter((row) => row.what === 'finished'),
    claimed: rows.filter((row) => row.what === 'claimed'),
    dueLanes: rows.flatMap((row) => (row.what === 'due' ? row.lane : []))
  };
}
