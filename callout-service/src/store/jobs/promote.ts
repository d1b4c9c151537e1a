import { sql } from 'kysely';
import type { KeyOfLane } from '../dialect/store-dialect.ts';
import { inFewSizes } from '../few-sizes.ts';
import type { StoreContext } from '../store-context.ts';

/** Makes the oldest waiting job of each key its head. The keys are locked, and their last heads are finished. */
export async function promote(context: StoreContext, keys: readonly KeyOfLane[]): Promise<void> {
  for (const chunk of inFewSizes(keys)) {
    const named = sql.join(chunk.map(({ lane, key }) => sql`(${lane}, ${key})`));
    // The comparison of rows leads both databases to the first entry of the key in job_waiting: ordered by the id alone
    // PostgreSQL may choose to read the whole table in that order.
    const { rows } = await sql<{ lane: string }>`with headless (lane, key) as (values ${named})
      update job set state = 'ready' where id in (
        select (
          select id from (
            select id, lane, key from job as waiting
            where state = 'waiting' and (waiting.lane, waiting.key, waiting.id) > (headless.lane, headless.key, 0)
            order by lane, key, id limit 1
          ) as next where next.lane = headless.lane and next.key = headless.key
        ) from headless
      ) returning lane`.execute(context.database);
    for (const { lane } of rows) context.announceDue(lane);
  }
}
