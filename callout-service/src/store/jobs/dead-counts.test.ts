import { describe, expect, it } from 'vitest';
import { engines } from '../test-support/test-store.ts';
import { laneOf, permanent, sharedPlace } from './test-support/lane-of-jobs.ts';

describe.each(engines)('dead jobs as people look for them on %s', (engine) => {
  const shared = sharedPlace(engine);

  /** Lets a job of the lane die with the code. */
  async function die(lane: ReturnType<typeof laneOf>, payload: unknown, code: string, key?: string) {
    const { id } = await lane.enqueue(payload, key === undefined ? {} : { key });
    const { lease } = await lane.claimOne();
    await shared.store.jobs.fail(lease, { ...permanent, code });
    return id;
  }

  it('when they are counted, then by lane and code, with the oldest, and only those of the filter', async () => {
    const { jobs } = shared.store;
    const [one, other] = [laneOf(shared.store), laneOf(shared.store)];
    const first = await die(one, { name: '50% of _ABF_!' }, 'LB402', 'K1');
    await die(one, { name: 'nobody' }, 'LB402', 'K2');
    await die(one, { name: 'nobody' }, 'LB404');
    await die(other, {}, 'LB402');
    await one.enqueue({ name: '50% of _ABF_!' });
    const counted = async (filter: Parameters<typeof jobs.deadCounts>[0]) =>
      (await jobs.deadCounts({ lane: one.lane, ...filter }))
        .map(({ code, dead }) => `${code} ${dead}`)
        .sort();
    expect(await counted({})).toEqual(['LB402 2', 'LB404 1']);
    const oldest = (await jobs.find(first))?.enqueuedAt;
    expect(await jobs.deadCounts({ lane: one.lane })).toContainEqual({
      lane: one.lane,
      code: 'LB402',
      dead: 2,
      oldestAt: oldest
    });
    expect(await jobs.deadCounts({})).toContainEqual(
      expect.objectContaining({ lane: other.lane, code: 'LB402', dead: 1 })
    );
    expect(await counted({ text: '50% OF _abf_!' })).toEqual(['LB402 1']);
    expect(await counted({ text: '5_% of' })).toEqual([]);
    expect(await counted({ text: 'k2' })).toEqual(['LB402 1']);
    expect(await counted({ key: 'K1' })).toEqual(['LB402 1']);
    expect(await counted({ enqueuedBefore: oldest ?? '' })).toEqual([]);
    expect(await counted({ enqueuedFrom: oldest ?? '' })).toEqual(['LB402 2', 'LB404 1']);
  });

  it('when they are listed by a text or a time, then only those come', async () => {
    const { jobs } = shared.store;
    const lane = laneOf(shared.store);
    const id = await die(lane, { say: 'a "quoted" word' }, 'LB402');
    await die(lane, { say: 'nothing' }, 'LB402');
    const dead = { lane: lane.lane, states: ['dead'], limit: 9 } as const;
    expect((await jobs.list({ ...dead, text: '"Quoted"' })).map((job) => job.id)).toEqual([id]);
    const [job] = await jobs.list(dead);
    expect(await jobs.list({ ...dead, enqueuedBefore: job?.enqueuedAt ?? '' })).toEqual([]);
  });

  it('when a record is asked for, then the jobs of its keys come newest first, page by page, with their errors', async () => {
    const { jobs } = shared.store;
    const [lane, left] = [laneOf(shared.store), laneOf(shared.store)];
    const [one, two] = [`one-${lane.lane}`.slice(0, 60), `two-${lane.lane}`.slice(0, 60)];
    const first = await die(lane, 1, 'LB402', one);
    const { id: second } = await lane.enqueue(2, { key: two });
    const { id: third } = await lane.enqueue(3, { key: one });
    await left.enqueue(4, { key: one });
    const wanted = { keys: [one, two], exceptLanes: [left.lane] };
    const found = await jobs.ofKeys({ ...wanted, limit: 2 });
    expect(found.map(({ id }) => id)).toEqual([third, second]);
    expect(await jobs.ofKeys({ ...wanted, before: second, limit: 2 })).toMatchObject([
      { id: first, state: 'dead', heldUp: 1, errors: [{ code: 'LB402', attempt: 1 }] }
    ]);
    expect(await jobs.ofKeys({ keys: [], limit: 2 })).toEqual([]);
  });
});
