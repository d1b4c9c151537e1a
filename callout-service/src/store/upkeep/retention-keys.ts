import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import { fromJsonText } from '../json-text.ts';
import type { IdempotencyKeyTable } from '../schema/job-tables.ts';
import type { StoreContext } from '../store-context.ts';
import { BATCH, inBatches, type Batch } from './retention-batch.ts';

type KeyRow = Selectable<IdempotencyKeyTable>;
type Place = Pick<KeyRow, 'taken_at' | 'scope' | 'key'>;

/** What the key of a job answers. */
const jobAnswer = z.object({ jobId: z.int() });

/**
 * Deletes idempotency keys that were taken at the moment or before, in milliseconds. The key of a job stays while the
 * job is unfinished, however old: a repetition that came now would otherwise be a second job beside it.
 */
export function deleteIdempotencyKeys(context: StoreContext, until: number): Promise<number> {
  const start: Place = { taken_at: Number.MIN_SAFE_INTEGER, scope: '', key: '' };
  return inBatches(context, start, { batch: (within, place) => deleteBatch(within, until, place) });
}

async function deleteBatch(within: StoreContext, until: number, after: Place): Promise<Batch<Place>> {
  const old = await oldKeys(within, until, after);
  const unfinished = await unfinishedAmong(within, old.flatMap(jobOf));
  const free = old.filter((row) => jobOf(row).every((job) => !unfinished.has(job)));
  const deleted = free.length === 0 ? 0 : await deleteKeys(within, free);
  return { deleted, next: old.length < BATCH ? undefined : old.at(-1) };
}

/** After a place, so that keys which stay are not looked at again with each batch. */
async function oldKeys({ database }: StoreContext, until: number, after: Place): Promise<readonly KeyRow[]> {
  const place = sql`(${after.taken_at}, ${after.scope}, ${after.key})`;
  return database
    .selectFrom('idempotency_key')
    .selectAll()
    .where('taken_at', '>=', after.taken_at)
    .where('taken_at', '<=', until)
    .where(sql<boolean>`(taken_at, scope, key) > ${place}`)
    .orderBy('taken_at')
    .orderBy('scope')
    .orderBy('key')
    .limit(BATCH)
    .execute();
}

function jobOf(row: KeyRow): readonly number[] {
  const answer = jobAnswer.safeParse(fromJsonText(row.answer_json));
  return answer.success ? [answer.data.jobId] : [];
}

async function unfinishedAmong(
  { database }: StoreContext,
  jobs: readonly number[]
): Promise<ReadonlySet<number>> {
  if (jobs.length === 0) return new Set();
  const rows = await database
    .selectFrom('job')
    .select('id')
    .where('id', 'in', jobs)
    .where('finished_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function deleteKeys({ database }: StoreContext, rows: readonly KeyRow[]): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('idempotency_key')
    .where((eb) => eb.or(rows.map(({ scope, key }) => eb.and({ scope, key }))))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
