import { sql } from 'kysely';

/**
 * Complete, promote and claim in one way to PostgreSQL and back: the keys are locked first, so that the statement after
 * it sees what was committed before. A job whose turn comes and which is claimed at once is written once for both. With
 * `claim_limit` 0 nothing is claimed. Gives a row for each job that is `finished`, for each that is `claimed`, and for
 * each lane in which others have become `due`.
 *
 * `state || ''` keeps the planner from looking for a few jobs by their id among all that are active. That ids and fences
 * are above 0 says nothing new, but makes it expect few of them: while the table has no statistics it would otherwise
 * read the whole of it, for a plan that is kept.
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
      and held.id > 0 and held.fence > 0
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

/**
 * `complete_jobs` for one job that is done and at most one that is claimed, which is how a worker goes on: plain
 * statements one after the other, since for a single row PostgreSQL takes longer to set the one for many up than to carry
 * it out. Each sees what was committed before it; of the key nothing can have been, since it is locked.
 */
export const COMPLETE_JOB = sql`
create function complete_job(
  store int, lock int, held_id bigint, held_fence bigint,
  claim_lane text, claim_limit bigint, claim_worker text, claim_ms bigint
) returns table (
  what text, id bigint, fence bigint, lane text, key text, payload_json text, attempts bigint,
  must_look_up bigint, enqueued_at bigint, run_at bigint, lease_until bigint
) language plpgsql as $$
#variable_conflict use_column
declare
  moment bigint;
  done_lane text;
  done_key text;
  next_id bigint;
  next_lane text;
  next_run_at bigint;
  due_id bigint;
  due_run_at bigint;
  taken_id bigint;
begin
  if pg_advisory_xact_lock(store, lock) is null then null; end if; -- there is none without a key
  moment := now_ms();
  update job set state = 'done', finished_at = moment, lease_until = null, leased_by = null
    where job.id = held_id and job.state || '' = 'active' and job.fence = held_fence
    returning job.lane, job.key into done_lane, done_key;
  if found then
    what := 'finished'; id := held_id; fence := held_fence;
    return next;
  end if;
  if done_key is not null then
    select waiting.id, waiting.lane, waiting.run_at into next_id, next_lane, next_run_at from (
      select job.id, job.lane, job.key, job.run_at from job
      where job.state = 'waiting' and (job.lane, job.key, job.id) > (done_lane, done_key, 0)
      order by job.lane, job.key, job.id limit 1
    ) as waiting where waiting.lane = done_lane and waiting.key = done_key;
  end if;
  if claim_limit > 0 then
    select job.id, job.run_at into due_id, due_run_at from job
      where job.lane = claim_lane and job.state = 'ready' and job.run_at <= moment
      order by job.run_at, job.id limit 1
      for update skip locked;
    taken_id := due_id;
    if next_lane = claim_lane and next_run_at <= moment
      and (due_id is null or (next_run_at, next_id) < (due_run_at, due_id)) then
      taken_id := next_id;
    end if;
  end if;
  if next_id is not null and next_id is distinct from taken_id then
    update job set state = 'ready' where job.id = next_id;
    what := 'due'; lane := next_lane;
    return next;
  end if;
  if taken_id is not null then
    update job set state = 'active', attempts = job.attempts + 1, fence = job.fence + 1,
        lease_until = moment + claim_ms, leased_by = claim_worker
      where job.id = taken_id
      returning job.id, job.fence, job.lane, job.key, job.payload_json, job.attempts,
        job.must_look_up, job.enqueued_at, job.run_at, job.lease_until
      into id, fence, lane, key, payload_json, attempts, must_look_up, enqueued_at, run_at, lease_until;
    what := 'claimed';
    return next;
  end if;
end $$`;
