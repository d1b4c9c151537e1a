import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobHandler } from '../../jobs/handler.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import type { Store } from '../../store/port/store.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { systemClock } from '../../telemetry/clock.ts';
import { lanes } from '../lanes.ts';
import { pairNames, type PairName } from '../pairs/pair-names.ts';
import { objectPair } from '../pairs/object-pairs.ts';
import type { SyncObjectsSource } from '../settings/sync-object-settings.ts';
import { inTurn } from './in-turn.ts';
import { createRunInquiry, createRunList, createSyncStop } from './look-at-runs.ts';
import { createSyncStart } from './start-syncs.ts';

let place: EmbeddedStore;
let store: Store;
beforeAll(async () => {
  place = await openEmbeddedStore();
  ({ store } = place);
});
afterAll(() => place.remove());
// Each test begins with no run under way.
beforeEach(async () => {
  for (const run of await store.syncRuns.list({ state: 'running', limit: 500 }))
    await store.syncRuns.finish(run.id, 'stopped');
  for (const job of await claimAll()) await store.jobs.complete(job.lease);
});

function claimAll(): Promise<readonly ClaimedJob[]> {
  return store.jobs.claim({ lane: lanes.syncRun, limit: 50, worker: 'test', leaseMs: 60_000 });
}

/** An admin has switched these on. */
function sourceOf(...on: PairName[]): SyncObjectsSource {
  const settingsOf = (pair: PairName) => ({
    ...{
      recordId: 'a00000000000000AAA',
      pair,
      active: on.includes(pair),
      schedule: null,
      everySeconds: null
    },
    ...{ reconcileSchedule: null, maxVanishedPercent: 20, whenVanished: 'mark' as const }
  });
  return {
    active: () => Promise.resolve(pairNames.map(settingsOf)),
    find: (pair) => Promise.resolve(settingsOf(pair)),
    mapping: () => Promise.reject(new Error('not asked for here')),
    refresh: () => undefined
  };
}

const parts = () => ({ store, pairOf: (name: PairName) => objectPair(name), clock: systemClock });
const wish = { mode: 'changes', trigger: 'operator' } as const;

describe('starting runs', () => {
  it('when all are asked for, then those that are switched on start, in the order of their dependencies', async () => {
    const start = createSyncStart({ store, source: sourceOf('Contact-contact', 'Account-customer') });
    const { started, runIds } = await start({ ...wish, pair: 'all' });
    const runs = await Promise.all(runIds.split(',').map((id) => store.syncRuns.find(Number(id))));
    expect(started).toBe(2);
    expect(runs.map((run) => run?.object)).toEqual(['Account-customer', 'Contact-contact']);
  });

  it('when a run of the pair is under way, then that one is the answer', async () => {
    const start = createSyncStart({ store, source: sourceOf('Account-customer') });
    const first = await start({ ...wish, pair: 'Account-customer' });
    const second = await start({ ...wish, pair: 'Account-customer' });
    expect(second).toEqual({ started: 0, alreadyRunning: 1, runIds: first.runIds });
  });

  it('when the pair is not switched on, then it says so', async () => {
    const start = createSyncStart({ store, source: sourceOf('Account-customer') });
    await expect(start({ ...wish, pair: 'Product2-item' })).rejects.toMatchObject({ code: 'LB788' });
  });

  it('when the pair was switched on a moment ago, then what was known before does not hold it up', async () => {
    let known = sourceOf();
    const source = {
      ...known,
      active: () => known.active(),
      refresh: () => (known = sourceOf('Product2-item'))
    };
    const start = createSyncStart({ store, source });
    expect(await start({ ...wish, pair: 'Product2-item' })).toMatchObject({ started: 1 });
  });
});

describe('looking at runs', () => {
  it('when there are more than a page shows, then the next page goes on with older ones', async () => {
    const start = createSyncStart({ store, source: sourceOf('Account-customer') });
    const ids: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { runIds } = await start({ ...wish, pair: 'Account-customer' });
      ids.push(Number(runIds));
      await store.syncRuns.finish(Number(runIds), 'succeeded');
      for (const job of await claimAll()) await store.jobs.complete(job.lease);
    }
    const list = createRunList(parts());
    const first = await list({ pair: 'Account-customer', pageSize: 2 });
    const second = await list({ pair: 'Account-customer', pageSize: 2, cursor: first.nextCursor });
    expect(first.items.map(({ runId }) => runId)).toEqual([ids[2], ids[1]]);
    expect(second.items[0]?.runId).toBe(ids[0]);
  });

  it('when a cursor is none of the list, then it is refused', async () => {
    const list = createRunList(parts());
    await expect(list({ pageSize: 2, cursor: 'bm9uZQ' })).rejects.toMatchObject({ code: 'LB108' });
  });

  it('when there is no such run, then it says so', async () => {
    await expect(createRunInquiry(parts())({ runId: 4_711 })).rejects.toMatchObject({ code: 'LB787' });
  });
});

describe('ending a run', () => {
  it('when it runs, then it is asked to end, and who asked is in the audit', async () => {
    const start = createSyncStart({ store, source: sourceOf('Account-customer') });
    const { runIds } = await start({ ...wish, pair: 'Account-customer' });
    const stopped = await createSyncStop(parts())({ runId: Number(runIds) }, 'Ada');
    expect(stopped).toMatchObject({ state: 'running', stopRequested: true });
    const [act] = await store.audit.list({ limit: 1 });
    expect(act).toMatchObject({ operator: 'Ada' });
  });

  it('when it is over, then there is nothing to end', async () => {
    const start = createSyncStart({ store, source: sourceOf('Account-customer') });
    const { runIds } = await start({ ...wish, pair: 'Account-customer' });
    await store.syncRuns.finish(Number(runIds), 'succeeded');
    await expect(createSyncStop(parts())({ runId: Number(runIds) }, 'Ada')).rejects.toMatchObject({
      code: 'LB787'
    });
  });
});

describe('runs in turn', () => {
  const context = () => ({ store, signal: new AbortController().signal });

  it('when a run that it depends on is under way, then it looks again later, and works once that is over', async () => {
    const worked: string[] = [];
    const handler: JobHandler = {
      lane: lanes.syncRun,
      concurrency: 1,
      run: (job) => Promise.resolve(void worked.push(String(job.key)))
    };
    const now = systemClock();
    const ordered = inTurn(handler, { ...parts(), clock: () => now });
    const start = createSyncStart({ store, source: sourceOf('Account-customer', 'Contact-contact') });
    await start({ ...wish, pair: 'all' });
    const jobs = await claimAll();
    const contacts = jobs.find(({ key }) => key === 'Contact-contact');
    const customers = jobs.find(({ key }) => key === 'Account-customer');
    if (contacts === undefined || customers === undefined) throw new Error('Both have a job');

    const waits = await ordered.run(contacts, context());
    expect(worked).toEqual([]);
    await store.transaction(async (within) => {
      await within.jobs.complete(contacts.lease);
      await waits?.commit?.(within);
    });
    expect(await store.jobs.nextDueAt(lanes.syncRun)).toBe(now.toUTC().plus({ seconds: 2 }).toISO());

    await ordered.run(customers, context());
    await store.jobs.complete(customers.lease);
    await ordered.run(contacts, context());
    expect(worked).toEqual(['Account-customer', 'Contact-contact']);
  });
});
