import { sql } from 'kysely';

/**
 * Complete and promote in one way to PostgreSQL and back, with the keys locked in between: three statements, each of
 * which sees what was committed before it. Gives one row: what was finished, and the lanes of what was promoted.
 */
export const COMPLETE_JOBS = sql`
create function complete_jobs(store int, locks int[], ids bigint[], fences bigint[])
returns table (finished_ids bigint[], finished_fences bigint[], due_lanes text[])
language plpgsql as $$
declare
  headless_lanes text[];
  headless_keys text[];
begin
  perform pg_advisory_xact_lock(store, wanted.lock) from unnest(locks) as wanted (lock);
  with finished as (
    update job set state = 'done', finished_at = now_ms(), lease_until = null, leased_by = null
    from unnest(ids, fences) as held (id, fence)
    where job.id = held.id and job.state = 'active' and job.fence = held.fence
    returning job.id, job.fence, job.lane, job.key
  )
  select array_agg(id), array_agg(fence),
    array_agg(lane) filter (where key is not null), array_agg(key) filter (where key is not null)
  into finished_ids, finished_fences, headless_lanes, headless_keys
  from finished;
  with promoted as (
    update job set state = 'ready' where id in (
      select (
        select next.id from (
          select waiting.id, waiting.lane, waiting.key from job as waiting
          where waiting.state = 'waiting' and (waiting.lane, waiting.key, waiting.id) > (headless.lane, headless.key, 0)
          order by waiting.lane, waiting.key, waiting.id limit 1
        ) as next where next.lane = headless.lane and next.key = headless.key
      ) from unnest(headless_lanes, headless_keys) as headless (lane, key)
    ) returning job.lane
  )
  select array_agg(distinct lane) into due_lanes from promoted;
  return next;
end $$`;
