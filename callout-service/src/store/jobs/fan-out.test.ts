import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { engines } from '../test-support/test-store.ts';
import { laneOf, permanent, sharedPlace } from './test-support/lane-of-jobs.ts';

describe.each(engines)('publications on %s', (engine) => {
  const shared = sharedPlace(engine);

  /** A topic with three subscribers, each with a lane of its own. */
  const newTopic = async () => {
    const topic = `topic-${randomUUID()}`;
    const lanes = ['a', 'b', 'c'].map(() => laneOf(shared.store));
    for (const [index, { lane }] of lanes.entries()) {
      await shared.store.publications.subscribe({ topic, subscriber: `s${index}`, lane });
    }
    return { topic, lanes };
  };
  const workOffAll = (lanes: readonly ReturnType<typeof laneOf>[]) =>
    Promise.all(lanes.map(({ workOff }) => workOff()));

  it('when something is published, then every subscriber gets one job of it', async () => {
    const { topic, lanes } = await newTopic();
    const published = await shared.store.publications.publish({ topic, key: 'k', payload: { at: 1 } });
    expect(published).toHaveLength(3);
    expect(published.every(({ duplicate }) => !duplicate)).toBe(true);
    expect(await workOffAll(lanes)).toEqual([[{ at: 1 }], [{ at: 1 }], [{ at: 1 }]]);
  });

  it('when nobody subscribes, then publishing does nothing', async () => {
    expect(await shared.store.publications.publish({ topic: 'nobody', payload: 1 })).toEqual([]);
  });

  it('when the publisher fails afterwards, then no subscriber has a job', async () => {
    const { topic, lanes } = await newTopic();
    const published = shared.store.transaction(async ({ publications }) => {
      expect(await publications.publish({ topic, payload: 1, idempotencyKey: 'p' })).toHaveLength(3);
      throw new Error('no');
    });
    await expect(published).rejects.toThrow('no');
    expect(await workOffAll(lanes)).toEqual([[], [], []]);
    const again = await shared.store.publications.publish({ topic, payload: 1, idempotencyKey: 'p' });
    expect(again.map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
  });

  it('when the database refuses the job of one subscriber, then no subscriber has one', async () => {
    const { topic, lanes } = await newTopic();
    const opened = await shared.place.openDatabase();
    await refuseJobsOf(opened, lanes[2]?.lane ?? '');
    await expect(shared.store.publications.publish({ topic, payload: 1 })).rejects.toThrow(/refused/);
    await allowJobs(opened);
    await opened.close();
    expect(await workOffAll(lanes)).toEqual([[], [], []]);
  });

  it('when one subscriber fails, then the others are not held up', async () => {
    const { topic, lanes } = await newTopic();
    const [first, second] = lanes;
    for (const payload of [1, 2]) await shared.store.publications.publish({ topic, key: 'k', payload });
    const job = await first?.claimOne();
    if (job !== undefined) await shared.store.jobs.fail(job.lease, permanent);
    expect(await workOffAll(lanes)).toEqual([[], [1, 2], [1, 2]]);
    expect(await first?.states()).toEqual(['dead', 'waiting']);
    expect(await second?.states()).toEqual(['done', 'done']);
  });

  it('when it is published twice, then it reaches nobody twice, but a new subscriber once', async () => {
    const { topic, lanes } = await newTopic();
    const publication = { topic, key: 'k', payload: 1, idempotencyKey: 'p' };
    const first = await shared.store.publications.publish(publication);
    const late = laneOf(shared.store);
    await shared.store.publications.subscribe({ topic, subscriber: 's3', lane: late.lane });
    const second = await shared.store.publications.publish(publication);
    expect(second.slice(0, 3)).toEqual(first.map((job) => ({ ...job, duplicate: true })));
    expect(second[3]).toMatchObject({ duplicate: false });
    expect(await workOffAll([...lanes, late])).toEqual([[1], [1], [1], [1]]);
  });

  it('when two subscribers share a lane, or topics an idempotency key, then each still gets its own', async () => {
    const { topic, lanes } = await newTopic();
    const other = await newTopic();
    const lane = lanes[0]?.lane ?? '';
    await shared.store.publications.subscribe({ topic, subscriber: 's1', lane });
    await shared.store.publications.publish({ topic, payload: 'one', idempotencyKey: 'p' });
    await shared.store.publications.publish({ topic: other.topic, payload: 'other', idempotencyKey: 'p' });
    expect(await workOffAll(lanes)).toEqual([['one', 'one'], [], ['one']]);
    expect(await workOffAll(other.lanes)).toEqual([['other'], ['other'], ['other']]);
  });

  it('when a subscriber leaves, then what was published before is still delivered, and nothing after', async () => {
    const { topic, lanes } = await newTopic();
    const { publications } = shared.store;
    await publications.publish({ topic, payload: 'before' });
    await publications.unsubscribe(topic, 's0');
    await publications.publish({ topic, payload: 'after' });
    expect(await workOffAll(lanes)).toEqual([['before'], ['before', 'after'], ['before', 'after']]);
    expect((await publications.subscriptions(topic)).map(({ subscriber }) => subscriber)).toEqual([
      's1',
      's2'
    ]);
  });
});

/** As if the disk failed just there: the third of three rows is refused by the database itself. */
async function refuseJobsOf({ database, dialect }: OpenedDatabase, lane: string): Promise<void> {
  if (dialect.engine === 'sqlite') {
    await sql`create trigger refuse before insert on job when new.lane = ${sql.lit(lane)}
      begin select raise(abort, 'refused'); end`.execute(database);
    return;
  }
  await sql`create function refuse() returns trigger language plpgsql as
    'begin raise exception ''refused''; end'`.execute(database);
  await sql`create trigger refuse before insert on job for each row when (new.lane = ${sql.lit(lane)})
    execute function refuse()`.execute(database);
}

async function allowJobs({ database, dialect }: OpenedDatabase): Promise<void> {
  await sql`drop trigger refuse ${dialect.engine === 'postgres' ? sql`on job` : sql``}`.execute(database);
}
