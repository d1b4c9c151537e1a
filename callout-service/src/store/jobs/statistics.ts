import { sql } from 'kysely';
import { isoOf, isoOrUndefined } from '../moment.ts';
import type { LaneStatistics } from '../port/jobs.ts';
import { reading } from '../reading.ts';
import type { StoreContext } from '../store-context.ts';
import { present } from './present.ts';

/** How every lane with unfinished jobs stands. Each state is counted in its own index, so what is done costs nothing. */
export async function statistics(context: StoreContext): Promise<readonly LaneStatistics[]> {
  const { rows } = await reading(context, (database) => statisticsQuery(context).execute(database));
  return rows
    .map(({ oldest_due_at, ...counts }) => ({ ...counts, oldestDueAt: isoOrUndefined(oldest_due_at) }))
    .toSorted((one, other) => (one.lane < other.lane ? -1 : 1));
}

/** When the first ready job of the lane is due. */
export async function nextDueAt(context: StoreContext, lane: string): Promise<string | undefined> {
  const row = await reading(context, (database) =>
    database
      .selectFrom('job')
      .select('run_at')
      .where('lane', '=', lane)
      .where(sql<boolean>`state = 'ready'`)
      .orderBy('run_at')
      .limit(1)
      .executeTakeFirst()
  );
  return row === undefined ? undefined : isoOf(row.run_at);
}

interface CountsRow extends Omit<LaneStatistics, 'oldestDueAt'> {
  readonly oldest_due_at: number | null;
}

export function statisticsQuery({ dialect }: Pick<StoreContext, 'dialect'>) {
  const now = present(dialect);
  return sql<CountsRow>`with counted (lane, state, jobs, due, oldest_run_at) as (
      select lane, 'waiting', count(*), 0, cast(null as bigint) from job where state = 'waiting' group by lane
      union all
      select lane, 'ready', count(*), count(*) filter (where run_at <= ${now}), min(run_at)
        from job where state = 'ready' group by lane
      union all
      select lane, 'active', count(*), 0, cast(null as bigint) from job where state = 'active' group by lane
      union all
      select lane, 'dead', count(*), 0, cast(null as bigint) from job where state = 'dead' group by lane
    )
    select lane,
      ${countOf('waiting')} as waiting,
      cast(sum(due) as bigint) as due,
      cast(${countOf('ready')} - sum(due) as bigint) as later,
      ${countOf('active')} as active,
      ${countOf('dead')} as dead,
      min(case when due > 0 then oldest_run_at end) as oldest_due_at
    from counted group by lane`;
}

function countOf(state: string) {
  return sql<number>`cast(coalesce(sum(jobs) filter (where state = ${sql.lit(state)}), 0) as bigint)`;
}
