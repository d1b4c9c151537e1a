import { describe, expect, it } from 'vitest';
import { engines } from '../test-support/test-store.ts';
import { ambiguous, laneOf, permanent, sharedPlace } from './test-support/lane-of-jobs.ts';

describe.each(engines)('what people do with dead jobs on %s', (engine) => {
  const shared = sharedPlace(engine, { random: () => 0 });

  /** A lane whose key is blocked by a dead job, with one behind it. */
  const blockedLane = async (failure: typeof permanent | typeof ambiguous = permanent) => {
    const lane = laneOf(shared.store);
    const [dead] = await lane.enqueueAll([{ name: 'bad' }, { name: 'behind' }], { key: 'k' });
    if (failure === ambiguous) await shared.store.jobs.fail((await lane.claimOne()).lease, ambiguous);
    await shared.store.jobs.fail((await lane.claimOne()).lease, permanent);
    return { ...lane, id: dead?.id ?? 0 };
  };
  const auditOf = async (id: number) =>
    (await shared.store.audit.list({ subject: `job ${id}`, limit: 10 })).map(
      ({ operator, action, detail }) => ({ operator, action, detail })
    );

  it('when it is replayed as it was, then it begins anew before those behind it', async () => {
    const { id, workOff } = await blockedLane();
    expect(await shared.store.jobs.replay(id, { operator: 'Ada' })).toEqual({ outcome: 'replayed' });
    expect(await shared.store.jobs.find(id)).toMatchObject({ state: 'ready', attempts: 0, replays: 1 });
    expect(await workOff()).toEqual([{ name: 'bad' }, { name: 'behind' }]);
    expect(await auditOf(id)).toEqual([{ operator: 'Ada', action: 'replay', detail: { edited: false } }]);
  });

  it('when it is replayed with another payload, then that one is worked with and the first one kept, also the next time', async () => {
    const { id, claimOne, workOff } = await blockedLane();
    const { jobs } = shared.store;
    await jobs.replay(id, { operator: 'Ada', payload: { name: 'better' } });
    expect(await jobs.find(id)).toMatchObject({
      payload: { name: 'better' },
      originalPayload: { name: 'bad' }
    });
    await jobs.fail((await claimOne()).lease, permanent);
    await jobs.replay(id, { operator: 'Bob', payload: { name: 'good' } });
    expect(await jobs.find(id)).toMatchObject({
      payload: { name: 'good' },
      originalPayload: { name: 'bad' }
    });
    expect(await workOff()).toEqual([{ name: 'good' }, { name: 'behind' }]);
    expect((await jobs.find(id))?.errors).toHaveLength(2);
    // What a payload holds is not for the audit.
    expect(await auditOf(id)).toEqual([
      { operator: 'Bob', action: 'replay', detail: { edited: true } },
      { operator: 'Ada', action: 'replay', detail: { edited: true } }
    ]);
  });

  it('when it is replayed twice, then the second has no effect and tells so', async () => {
    const { id, claimOne, workOff } = await blockedLane();
    const { jobs } = shared.store;
    await jobs.replay(id, { operator: 'Ada' });
    const second = await jobs.replay(id, { operator: 'Bob', payload: { name: 'other' } });
    expect(second).toEqual({ outcome: 'not-dead', state: 'ready' });
    const { lease } = await claimOne();
    expect(await jobs.replay(id, { operator: 'Bob' })).toEqual({ outcome: 'not-dead', state: 'active' });
    await jobs.complete(lease);
    expect(await jobs.replay(id, { operator: 'Bob' })).toEqual({ outcome: 'not-dead', state: 'done' });
    expect(await workOff()).toEqual([{ name: 'behind' }]);
    expect(await auditOf(id)).toHaveLength(1);
    expect(await jobs.find(id)).toMatchObject({ replays: 1, payload: { name: 'bad' } });
  });

  it('when several people replay or skip it at the same moment, then one of them does', async () => {
    const { id } = await blockedLane();
    const other = await shared.place.open();
    const outcomes = await Promise.all([
      shared.store.jobs.replay(id, { operator: 'Ada' }),
      other.jobs.replay(id, { operator: 'Bob' }),
      other.jobs.skip(id, { operator: 'Cyd', reason: 'gone' }),
      shared.store.jobs.skip(id, { operator: 'Dan', reason: 'gone' })
    ]);
    expect(outcomes.filter(({ outcome }) => outcome !== 'not-dead')).toHaveLength(1);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('when an earlier attempt may have had its effect, then the replayed job looks it up', async () => {
    const { id, claimOne } = await blockedLane(ambiguous);
    await shared.store.jobs.replay(id, { operator: 'Ada', payload: { name: 'better' } });
    expect(await claimOne()).toMatchObject({ attempt: 1, mustLookUp: true });
  });

  it('when it is skipped, then the next of its key has its turn, and the reason is kept', async () => {
    const { id, workOff } = await blockedLane();
    const { jobs } = shared.store;
    const reason = 'The customer is gone.';
    expect(await jobs.skip(id, { operator: 'Ada', reason })).toEqual({ outcome: 'skipped' });
    expect(await jobs.skip(id, { operator: 'Bob', reason })).toEqual({
      outcome: 'not-dead',
      state: 'skipped'
    });
    expect(await jobs.replay(id, { operator: 'Bob' })).toEqual({ outcome: 'not-dead', state: 'skipped' });
    expect(await workOff()).toEqual([{ name: 'behind' }]);
    const skipped = await jobs.find(id);
    expect(skipped).toMatchObject({ state: 'skipped', skipReason: reason, heldUp: 0 });
    expect(skipped?.finishedAt).toBeDefined();
    expect(await auditOf(id)).toEqual([{ operator: 'Ada', action: 'skip', detail: { reason } }]);
  });

  it('when there is no such job, then that is told', async () => {
    const nothing = { code: 'LB610' };
    await expect(shared.store.jobs.replay(999_999, { operator: 'Ada' })).rejects.toMatchObject(nothing);
    const skipped = shared.store.jobs.skip(999_999, { operator: 'Ada', reason: 'gone' });
    await expect(skipped).rejects.toMatchObject(nothing);
  });

  it('when the transaction of the act is undone, then the job is as dead as before and nothing was audited', async () => {
    const { id, states } = await blockedLane();
    const undone = shared.store.transaction(async ({ jobs }) => {
      await jobs.skip(id, { operator: 'Ada', reason: 'gone' });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await states()).toEqual(['dead', 'waiting']);
    expect(await auditOf(id)).toEqual([]);
  });
});
