import { sql } from 'kysely';

/**
 * Complete, promote and claim in one way to PostgreSQL and back: the keys are locked first, so that the statement after
 * it sees what was committed before. A job whose turn comes and which is claimed at once is written once for both. With
 * `claim_limit` 0 nothing is claimed. Gives a row for each job that is `finished`, for each that is `claimed`, and for
 * each lane in which others have become `due`.
 *
 * `state || ''` keeps the planner from looking for a few jobs by their id among all that are active.
 */
export const COMPLETE_JOBS = sql`
create function complete_jobs(
  store int, locks int[], ids bigint[], fences bigint[],
  claim_lane text, claim_limit bigint, claim_worker text, claim_ms bigint
) returns table (
  what text, id bigint, fence bigint, lane text, key text, payload_json text, attempts bigint,
  must_look_up bigint, enqueued_at bigint, run_at bigint, lease_until bigint
) language plpgsql as $$
#variable_conflict use_column
begin
  perform pg_advisory_xact_lock(store, wanted.lock) from unnest(locks) as wanted (lock);
  return query with finished as (
    update job set state = 'done', finished_at = now_ms(), lease_until = null, leased_by = null
    from unnest(ids, fences) as held (id, fence)
    where job.id = held.id and job.state || '' = 'active' and job.fence = held.fence
    returning job.id, job.fence, job.lane, job.key
  ), next as materialized (
    select waiting.id, waiting.lane, waiting.run_at
    from finished cross join lateral (
      select job.id, job.lane, job.key, job.run_at from job
      where job.state = 'waiting' and (job.lane, job.key, job.id) > (finished.lane, finished.key, 0)
      order by job.lane, job.key, job.id limit 1
    ) as waiting
    where waiting.lane = finished.lane and waiting.key = finished.key
  ), due as materialized (
    select job.id, job.run_at from job
    where job.lane = claim_lane and job.state = 'ready' and job.run_at <= (select now_ms())
    order by job.run_at, job.id limit claim_limit
    for update skip locked
  ), open as (
    select due.id, due.run_at, true as is_due, false as has_turn from due
    union all
    select next.id, next.run_at, next.lane = claim_lane and next.run_at <= (select now_ms()), true from next
  ), ranked as (
    select open.id, open.has_turn,
      open.is_due and row_number() over (order by open.is_due desc, open.run_at, open.id) <= claim_limit as is_taken
    from open
  ), moved as (
    update job set
      state = case when ranked.is_taken then 'active' else 'ready' end,
      attempts = job.attempts + ranked.is_taken::int,
      fence = job.fence + ranked.is_taken::int,
      lease_until = case when ranked.is_taken then (select now_ms()) + claim_ms end,
      leased_by = case when ranked.is_taken then claim_worker end
    from ranked where job.id = ranked.id and (ranked.is_taken or ranked.has_turn)
    returning job.*
  )
  select 'finished', finished.id, finished.fence,
    null, null, null, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint from finished
  union all
  select 'claimed', moved.id, moved.fence, moved.lane, moved.key, moved.payload_json, moved.attempts,
    moved.must_look_up, moved.enqueued_at, moved.run_at, moved.lease_until from moved where moved.state = 'active'
  union all
  select distinct 'due', null::bigint, null::bigint, moved.lane,
    null, null, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint from moved
    where moved.state = 'ready';
end $$`;
