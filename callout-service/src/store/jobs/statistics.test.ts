import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { engines } from '../test-support/test-store.ts';
import { statisticsQuery } from './statistics.ts';
import { laneOf, permanent, sharedPlace, transient } from './test-support/lane-of-jobs.ts';

describe.each(engines)('statistics of jobs on %s', (engine) => {
  const shared = sharedPlace(engine);

  it('when jobs stand everywhere, then each lane is counted by itself, and finished jobs are not', async () => {
    const lane = laneOf(shared.store);
    const { jobs } = shared.store;
    const started = await shared.place.now();
    await lane.enqueueAll(['done', 'active', 'waits', 'waits'], { key: 'k' });
    await jobs.complete((await lane.claimOne()).lease);
    await lane.claimOne();
    await lane.enqueueAll(['dead', 'waits'], { key: 'dead' });
    await jobs.fail((await lane.claimOne()).lease, permanent);
    await lane.enqueue('again');
    await jobs.fail((await lane.claimOne()).lease, { ...transient, retryAfterMs: 600_000 });
    await lane.enqueue('later', { runAt: new Date(started + 600_000).toISOString() });
    await lane.enqueueAll(['due', 'due']);
    const row = (await jobs.statistics()).find((each) => each.lane === lane.lane);
    expect(row).toMatchObject({ waiting: 3, due: 2, later: 2, active: 1, dead: 1 });
    const oldest = Date.parse(row?.oldestDueAt ?? '');
    expect(oldest).toBeGreaterThanOrEqual(started);
    expect(oldest).toBeLessThanOrEqual(await shared.place.now());
    await shared.place.advance(700_000);
    expect(await jobs.statistics()).toContainEqual({ ...row, due: 4, later: 0 });
  });

  it('when all jobs of a lane are finished, then the lane has no row', async () => {
    const lane = laneOf(shared.store);
    await lane.enqueueAll([1, 2], { key: 'k' });
    await lane.workOff();
    expect((await shared.store.jobs.statistics()).map((row) => row.lane)).not.toContain(lane.lane);
    expect(await shared.store.jobs.nextDueAt(lane.lane)).toBeUndefined();
  });

  it('when jobs are listed, then by page, and by lane, key, state and error', async () => {
    const lane = laneOf(shared.store);
    const { jobs } = shared.store;
    const ids = (await lane.enqueueAll([1, 2, 3, 4, 5])).map(({ id }) => id);
    await lane.enqueue('other', { key: 'k' });
    const listed = async (filter: Partial<Parameters<typeof jobs.list>[0]>) =>
      (await jobs.list({ lane: lane.lane, limit: 500, ...filter })).map(({ payload }) => payload);
    expect(await listed({ limit: 2 })).toEqual([1, 2]);
    expect(await listed({ after: ids[3] ?? 0 })).toEqual([5, 'other']);
    expect(await listed({ key: 'k' })).toEqual(['other']);
    const [first, second] = await lane.claim(2);
    if (first !== undefined) await jobs.fail(first.lease, permanent);
    if (second !== undefined) await jobs.complete(second.lease);
    expect(await listed({ states: ['dead'] })).toEqual([1]);
    expect(await listed({ states: ['dead', 'done'] })).toEqual([1, 2]);
    expect(await listed({ states: [] })).toEqual([]);
    expect(await listed({ errorCode: 'LB616' })).toEqual([1]);
    await expect(listed({ limit: 501 })).rejects.toThrow(RangeError);
  });

  it('when very many jobs are done, then nothing reads through them', async () => {
    const opened = await shared.place.openDatabase();
    await putManyDone(opened);
    const plan = await planOf(opened);
    await opened.close();
    // A search through a partial index names it; only a look through the whole table names none.
    for (const index of ['job_waiting', 'job_ready', 'job_active', 'job_dead']) expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on job|SCAN job$|job_finished|job_pkey/m);
  });
});

/** More than a database would read through without noticing, with some unfinished among them. */
async function putManyDone({ database, dialect }: OpenedDatabase): Promise<void> {
  const numbers =
    dialect.engine === 'postgres'
      ? sql`generate_series(1, 40000) as n (i)`
      : sql`(with recursive n (i) as (select 1 union all select i + 1 from n where i < 40000) select i from n) as n`;
  const insert = (state: string, modulus: number) =>
    sql`insert into job
      (lane, state, payload_json, enqueued_at, run_at, finished_at, lease_until)
    select 'many', ${state}, '{}', 1, 1,
      ${sql.lit(state === 'done' ? 1 : null)}, ${sql.lit(state === 'active' ? 1 : null)}
    from ${numbers} where i % ${sql.lit(modulus)} = 0`.execute(database);
  await insert('done', 1);
  for (const state of ['waiting', 'ready', 'active', 'dead']) await insert(state, 1_000);
  await sql`analyze ${dialect.engine === 'postgres' ? sql`job` : sql``}`.execute(database);
}

async function planOf({ database, dialect }: OpenedDatabase): Promise<string> {
  const explain = dialect.engine === 'postgres' ? sql`explain` : sql`explain query plan`;
  const { rows } = await sql<Record<string, unknown>>`${explain} ${statisticsQuery({ dialect })}`.execute(
    database
  );
  return rows.map((row) => String(row['QUERY PLAN'] ?? row['detail'])).join('\n');
}
