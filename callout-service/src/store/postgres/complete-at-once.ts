import { sql, type Kysely, type RawBuilder } from 'kysely';
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

/** What both functions are asked beside the jobs that are done. */
interface Question {
  readonly store: number;
  readonly locks: readonly number[];
  readonly leases: readonly Lease[];
  readonly request: ClaimRequest;
}

const NOTHING: ClaimRequest = { lane: '', limit: 0, worker: '', leaseMs: 0 };

/** Asks the function `complete_jobs` of the schema, or `complete_job`, which is quicker, where that will do. */
export async function completeAtOnce(
  database: Kysely<StoreDatabase>,
  schema: string,
  {
    leases,
    request = NOTHING
  }: { readonly leases: readonly Lease[]; readonly request: ClaimRequest | undefined }
): Promise<CompletedAtOnce> {
  const keys = leases.flatMap(({ lane, key }) => (key === undefined ? [] : { lane, key }));
  const question = { ...locksOf(schema, keys), leases, request };
  const [only] = leases;
  const isOne = only !== undefined && leases.length === 1 && request.limit <= 1;
  const { rows } = await (isOne ? completeOne(only, question) : completeMany(question)).execute(database);
  return {
    finished: rows.filter((row) => row.what === 'finished'),
    claimed: rows.filter((row) => row.what === 'claimed'),
    dueLanes: rows.flatMap((row) => (row.what === 'due' ? row.lane : []))
  };
}

function completeOne({ jobId, fence }: Lease, { store, locks, request }: Question): RawBuilder<Row> {
  const { lane, limit, worker, leaseMs } = request;
  return sql<Row>`select * from complete_job(${store}, ${locks[0] ?? null}, ${jobId}, ${fence},
    ${lane}, ${limit}, ${freeText(worker)}, ${leaseMs})`;
}

function completeMany({ store, locks, leases, request }: Question): RawBuilder<Row> {
  const ids = leases.map(({ jobId }) => jobId);
  const fences = leases.map(({ fence }) => fence);
  const { lane, limit, worker, leaseMs } = request;
  return sql<Row>`select * from complete_jobs(${store}, ${locks}, ${ids}, ${fences},
    ${lane}, ${limit}, ${freeText(worker)}, ${leaseMs})`;
}
