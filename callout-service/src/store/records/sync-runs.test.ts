import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../port/store.ts';
import type { SyncRun } from '../port/sync-runs.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

const NOTHING = { read: 0, created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 };
let object = '';
let objects = 0;

describe.each(engines)('runs in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  beforeEach(() => {
    objects += 1;
    object = `Account-${objects}`;
  });
  afterAll(() => place.remove());

  function start(): Promise<SyncRun> {
    return store.syncRuns.start({
      object,
      direction: 'to-salesforce',
      trigger: 'schedule',
      mode: 'changes',
      watermarkBefore: '2026-11-22T11:00:00Z',
      mappingVersion: undefined,
      instance: 'host 4711'
    });
  }

  it('when a run counts and ends, then it says what it did and when', async () => {
    const begun = await start();
    expect(begun).toMatchObject({
      state: 'running',
      counts: NOTHING,
      causes: {},
      watermarkAfter: null,
      finishedAt: undefined
    });
    await place.advance(60_000);
    await store.syncRuns.add(begun.id, { read: 3, created: 1, failed: 2 }, { LB786: 2 });
    await store.syncRuns.add(begun.id, { read: 2, unchanged: 2 }, { LB201: 1, LB786: 1 });
    const counted = await store.syncRuns.find(begun.id);
    expect(Date.parse(counted?.lastSignAt ?? '') - Date.parse(begun.startedAt)).toBeGreaterThanOrEqual(
      60_000
    );
    const ended = await store.syncRuns.finish(begun.id, 'failed', {
      reason: 'two records were refused',
      watermarkAfter: '2026-11-22T12:00:00Z'
    });
    expect(ended).toMatchObject({
      object,
      state: 'failed',
      reason: 'two records were refused',
      mode: 'changes',
      causes: { LB201: 1, LB786: 3 },
      stopRequested: false,
      watermarkBefore: '2026-11-22T11:00:00Z',
      watermarkAfter: '2026-11-22T12:00:00Z',
      counts: { ...NOTHING, read: 5, created: 1, unchanged: 2, failed: 2 }
    });
    expect(ended.finishedAt).toMatch(/Z$/);
    expect(await store.syncRuns.find(begun.id)).toEqual(ended);
  });

  it('when many count at once from two instances, then nothing is lost', async () => {
    const { id } = await start();
    const instances = [store, await place.open()];
    const parts = Array.from({ length: 10 }, () => instances).flat();
    await Promise.all(parts.map(({ syncRuns }) => syncRuns.add(id, { read: 7, updated: 1 }, { LB786: 1 })));
    expect(await store.syncRuns.find(id)).toMatchObject({
      counts: { ...NOTHING, read: 140, updated: 20 },
      causes: { LB786: 20 }
    });
  });

  it('when a run has ended or never was, then it counts no more and ends no second time', async () => {
    const { id } = await start();
    await store.syncRuns.finish(id, 'succeeded');
    for (const gone of [id, 999_999_999]) {
      await expect(store.syncRuns.add(gone, { read: 1 })).rejects.toMatchObject({ code: 'LB610' });
      await expect(store.syncRuns.finish(gone, 'stopped')).rejects.toMatchObject({ code: 'LB610' });
    }
    expect(await store.syncRuns.find(id)).toMatchObject({ state: 'succeeded', counts: NOTHING });
  });

  it('when a person asks a run to stop, then it is told and written down; one that has ended is asked in vain', async () => {
    const { id } = await start();
    expect(await store.syncRuns.requestStop(id, 'ann')).toBe(true);
    expect(await store.syncRuns.find(id)).toMatchObject({ state: 'running', stopRequested: true });
    await store.syncRuns.finish(id, 'stopped');
    expect(await store.syncRuns.requestStop(id, 'bob')).toBe(false);
    expect(await store.syncRuns.find(id)).toMatchObject({ state: 'stopped', stopRequested: true });
    expect(await store.audit.list({ subject: `run ${id}`, limit: 10 })).toMatchObject([
      { operator: 'ann', action: 'stop-run' }
    ]);
  });

  it('when runs give no sign for long, then they are ended once, and those that do are not', async () => {
    const silent = await start();
    const lively = await start();
    await place.advance(600_000);
    await store.syncRuns.add(lively.id, { read: 1 });
    const other = await place.open();
    const ended = await Promise.all([store.syncRuns.endSilent(300_000), other.syncRuns.endSilent(300_000)]);
    const ours = ended.flat().filter((run) => run.object === object);
    expect(ours).toMatchObject([{ id: silent.id, state: 'interrupted' }]);
    expect(ours[0]?.finishedAt).toMatch(/Z$/);
    expect(await store.syncRuns.find(lively.id)).toMatchObject({ state: 'running' });
    await expect(store.syncRuns.add(silent.id, { read: 1 })).rejects.toMatchObject({ code: 'LB610' });
  });

  it('when runs are listed, then newest first, by page, object and state', async () => {
    const ids = [(await start()).id, (await start()).id, (await start()).id];
    await store.syncRuns.finish(ids[1] ?? 0, 'stopped');
    const list = async (filter: { before?: number; state?: SyncRun['state']; limit: number }) =>
      (await store.syncRuns.list({ object, ...filter })).map(({ id }) => id);
    expect(await list({ limit: 10 })).toEqual(ids.toReversed());
    expect(await list({ limit: 1, before: ids[2] ?? 0 })).toEqual([ids[1]]);
    expect(await list({ limit: 10, state: 'running' })).toEqual([ids[2], ids[0]]);
    expect((await store.syncRuns.list({ limit: 1 }))[0]?.id).toBe(ids[2]);
    await expect(store.syncRuns.list({ limit: 0 })).rejects.toThrow(RangeError);
  });

  it('when what is counted is no count, then it is refused', async () => {
    const { id } = await start();
    for (const read of [-1, 1.5, Number.NaN]) {
      await expect(store.syncRuns.add(id, { read })).rejects.toThrow(RangeError);
      await expect(store.syncRuns.add(id, {}, { LB786: read })).rejects.toThrow(RangeError);
    }
    expect((await store.syncRuns.find(id))?.counts).toEqual(NOTHING);
  });
});
