import { sql, type Kysely } from 'kysely';
import type { Completed } from '../dialect/store-dialect.ts';
import type { Lease } from '../port/job.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { locksOf } from './key-locks.ts';

interface Row {
  /** Whole numbers as text, as the driver gives them in arrays. */
  readonly finished_ids: readonly string[] | null;
  readonly finished_fences: readonly string[] | null;
  readonly due_lanes: readonly string[] | null;
}

/** Asks the function `complete_jobs` of the schema. */
export async function completeAtOnce(
  database: Kysely<StoreDatabase>,
  schema: string,
  leases: readonly Lease[]
): Promise<Completed> {
  const { store, locks } = locksOf(
    schema,
    leases.flatMap(({ lane, key }) => (key === undefined ? [] : { lane, key }))
  );
  const ids = leases.map(({ jobId }) => jobId);
  const fences = leases.map(({ fence }) => fence);
  const { rows } = await sql<Row>`select * from complete_jobs(${store}, ${locks}, ${ids}, ${fences})`.execute(
    database
  );
  const [row] = rows;
  const finishedFences = row?.finished_fences ?? [];
  const finished = (row?.finished_ids ?? []).map((id, index) => ({
    id: Number(id),
    fence: Number(finishedFences[index])
  }));
  return { finished, dueLanes: row?.due_lanes ?? [] };
}
