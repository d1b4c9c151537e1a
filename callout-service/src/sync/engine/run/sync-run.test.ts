import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { packagedMapping } from '../../../mapping/defaults/packaged-mappings.ts';
import { lanes } from '../../lanes.ts';
import {
  createMappingComparison,
  createMappingInquiry,
  createMappingList
} from '../../mappings/look-at-mappings.ts';
import { createMappingPublication, createMappingRollBack } from '../../mappings/publish-mapping.ts';
import { objectPair } from '../../pairs/object-pairs.ts';
import { estimateRun } from './estimate-run.ts';
import { scheduleRuns } from './schedule-runs.ts';
import { showWaitingRuns, startDue } from './start-run-clock.ts';
import { startRun, type RunRequest } from './start-run.ts';
import { startRunWorld, type RunWorld } from './test-support/run-world.ts';

const pair = 'Sage_Inventory__c-inventory';
let world: RunWorld;
let syncObject: string;
beforeAll(async () => {
  world = await startRunWorld();
  syncObject = await world.create('Sync_Object__c', {
    ...{ Integration_Config__c: world.configId, Sync_Key__c: `ABC:${pair}`, Object_Pair__c: pair },
    ...{ Active__c: true, Direction__c: 'To Salesforce', Master__c: 'Sage', When_Vanished__c: 'Mark' },
    ...{ Create_In_Salesforce__c: true, Schedule__c: '*/5 * * * *', Reconcile_Schedule__c: '0 2 * * *' },
    Check_Every_Seconds__c: 10
  });
}, 60_000);
afterAll(() => world.close());
beforeEach(() => world.parts.source.refresh());

const start = (request: Partial<RunRequest> = {}) =>
  startRun(world.store, { pair, mode: 'changes', trigger: 'operator', ...request });
const runOf = async (id: number) => world.store.syncRuns.find(id);
const openTopics = async () => (await world.store.alerts.open()).map(({ topic }) => topic);
const count = async (object: string) =>
  (await world.connection.query(`SELECT COUNT() FROM ${object}`)).totalSize;

describe('runs', () => {
  it('when the first one is worked in slices, then everything arrives, and the line of its log tells all of it', async () => {
    const { records, apiRequests, storageMegabytes } = await estimateRun(world.parts, objectPair(pair));
    const { runId } = await start({ requestedBy: 'ann' });
    expect(await start()).toEqual({ runId, alreadyRunning: true });
    expect(await world.work({ sliceMs: 0 })).toBeGreaterThan(3);
    expect(await runOf(runId)).toMatchObject({
      ...{ state: 'succeeded', object: pair, mappingVersion: 0, watermarkBefore: null },
      counts: { read: records, created: records, failed: 0 }
    });
    expect(await count('Sage_Inventory__c')).toBe(records);
    expect(apiRequests).toBeGreaterThan(0);
    expect(storageMegabytes).toBeGreaterThan(0);
    const [line] = await world.store.jobs.list({ lane: lanes.syncLog, limit: 5 });
    expect(line?.payload).toMatchObject({
      objectPair: pair,
      state: 'Succeeded',
      counts: { created: records }
    });
    expect(JSON.stringify(line?.payload)).toMatch(/started by operator by ann.*Watermark after: 20/);
    expect(await world.connection.sobject('Sync_Object__c').retrieve(syncObject)).toMatchObject({
      Last_Run_State__c: 'Succeeded',
      Last_Run_Message__c: expect.stringContaining(`${records} created`) as string
    });
  });

  it('when nothing changed, then nothing is written; when a quantity did, then that record alone', async () => {
    const { runId } = await start();
    await world.work();
    expect((await runOf(runId))?.counts).toMatchObject({ created: 0, updated: 0, failed: 0 });
    world.inSage("UPDATE IM_ItemWarehouse SET QuantityOnHand = 4711 WHERE ItemCode = 'STK-A'");
    const { runId: next } = await start();
    await world.work();
    expect((await runOf(next))?.counts.updated).toBeGreaterThan(0);
    expect((await runOf(next))?.watermarkBefore).toBe((await runOf(runId))?.watermarkAfter);
  });

  it('when a page fails of what passes, then the job is done again and nothing is lost', async () => {
    world.inSage("UPDATE IM_ItemWarehouse SET QuantityOnHand = 4712 WHERE ItemCode = 'STK-A'");
    const { runId } = await start();
    const away = new LedgerBridgeError('LB701', { detail: 'Salesforce is away.' });
    await expect(world.work({ processPage: () => Promise.reject(away) })).rejects.toBe(away);
    expect((await runOf(runId))?.state).toBe('running');
    await world.work();
    expect(await runOf(runId)).toMatchObject({ state: 'succeeded', counts: { failed: 0 } });
    expect((await runOf(runId))?.counts.updated).toBeGreaterThan(0);
  });

  it('when somebody asks it to stop, then it ends after its page, and the next one goes on', async () => {
    const { runId } = await start({ mode: 'full' });
    await world.store.syncRuns.requestStop(runId, 'ann');
    await world.work();
    expect((await runOf(runId))?.state).toBe('stopped');
    const { runId: next } = await start({ mode: 'full' });
    await world.work();
    expect(await runOf(next)).toMatchObject({ state: 'succeeded', counts: { read: 0 } });
  });

  it('when the job of a run is gone, then the next start ends that run and begins', async () => {
    const { runId } = await start();
    const [job] = await world.store.jobs.claim({
      lane: lanes.syncRun,
      limit: 1,
      worker: 'x',
      leaseMs: 9_000
    });
    if (job !== undefined) await world.store.jobs.complete(job.lease);
    const { runId: next, alreadyRunning } = await start();
    expect(alreadyRunning).toBe(false);
    expect(await runOf(runId)).toMatchObject({ state: 'failed', reason: 'Its job is gone.' });
    await showWaitingRuns(world.store);
    await world.work();
    expect((await runOf(next))?.state).toBe('succeeded');
  });

  it('when the requests of the day do not suffice, then LB791 holds a full run back and lets changes go on', async () => {
    const { runId } = await start({ mode: 'full' });
    await world.work({ apiReservePercent: 100 });
    expect(await runOf(runId)).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/^LB791 /) as string
    });
    expect(await openTopics()).toContain(`sync-failed:${pair}`);
    const { runId: next } = await start();
    await world.work({ apiReservePercent: 100 });
    expect((await runOf(next))?.state).toBe('succeeded');
    expect(await openTopics()).not.toContain(`sync-failed:${pair}`);
  });
});

describe('runs by the clock', () => {
  it('when it is time, then several instances start one look, and a look in vain leaves no run', async () => {
    const active = await world.parts.source.active();
    const clock = world.parts.clock;
    const before = await world.store.syncRuns.list({ limit: 1 });
    await Promise.all([1, 2, 3].map(() => startDue({ store: world.store, clock }, active)));
    expect(await world.work()).toBe(1);
    expect(await world.store.syncRuns.list({ limit: 1 })).toEqual(before);
  });

  it('when admins change schedules, then the store follows', async () => {
    const { store, source, logger } = world.parts;
    const parts = { store, source, logger, timeZone: 'America/Chicago' };
    await scheduleRuns(parts);
    expect((await store.schedules.all()).map(({ name, cron }) => [name, cron]).sort()).toEqual([
      [`sync:${pair}:changes`, '*/5 * * * *'],
      [`sync:${pair}:reconcile`, '0 2 * * *']
    ]);
    await world.connection.sobject('Sync_Object__c').update({ Id: syncObject, Reconcile_Schedule__c: null });
    source.refresh();
    await scheduleRuns(parts);
    expect((await store.schedules.all()).map(({ name }) => name)).toEqual([`sync:${pair}:changes`]);
  });
});

describe('mappings', () => {
  const publish = (comment: string, content?: string) =>
    createMappingPublication(world.parts)({ pair, comment, content }, 'ann');

  it('when a draft changes the match keys alone, then it is published, shown, and everything is run with it', async () => {
    await world.connection.sobject('Sync_Object__c').update({ Id: syncObject, Match_Keys__c: '[]' });
    expect(await publish('first')).toMatchObject({ version: 1, changed: true });
    expect(await publish('again')).toMatchObject({ version: 1, changed: false });
    const { records } = await world.connection.query(
      'SELECT Version_Key__c, In_Force__c, Published_By__c FROM Mapping_Version__c'
    );
    expect(records).toMatchObject([
      { Version_Key__c: `ABC:${pair}:1`, In_Force__c: true, Published_By__c: 'ann' }
    ]);
    await world.work();
    expect((await world.store.syncRuns.list({ limit: 1 }))[0]).toMatchObject({
      ...{ trigger: 'mapping', mode: 'full', mappingVersion: 1, state: 'succeeded' }
    });
    const { mappings } = await createMappingList(world.parts)();
    expect(mappings.find((each) => each.pair === pair)).toMatchObject({ version: 1, publishedBy: 'ann' });
  });

  it('when a file names a field that is not there, then LB785 refuses it; exported files go in again', async () => {
    const bad = packagedMapping(pair);
    const fields = bad.fields.map((field, index) =>
      index === 0 ? { ...field, salesforce: ['Nothing__c'] } : field
    );
    await expect(publish('bad', JSON.stringify({ ...bad, fields }))).rejects.toMatchObject({ code: 'LB785' });
    await expect(publish('no json', '{')).rejects.toMatchObject({ code: 'LB785' });
    const exported = await createMappingInquiry(world.parts)({ pair, version: 0 });
    const shorter = { ...bad, fields: bad.fields.slice(1) };
    expect(await publish('shorter', JSON.stringify(shorter))).toMatchObject({ version: 2 });
    const compared = await createMappingComparison(world.parts)({ pair, before: 2, after: 0 });
    expect(compared.added.map(({ id }) => id)).toEqual([bad.fields[0]?.id]);
    expect(await publish('as before', exported.content)).toMatchObject({ version: 3 });
    expect(await createMappingRollBack(world.parts)({ pair, toVersion: 2 }, 'ann')).toMatchObject({
      version: 4
    });
    expect((await world.store.audit.list({ limit: 1 }))[0]).toMatchObject({ action: 'roll-back-mapping' });
    // Salesforce shows each version, and one of them as that in force.
    const { records } = await world.connection.query(
      'SELECT Version__c, In_Force__c FROM Mapping_Version__c ORDER BY Version__c'
    );
    expect(records).toMatchObject([
      { Version__c: 1, In_Force__c: false },
      { Version__c: 2, In_Force__c: false },
      { Version__c: 3, In_Force__c: false },
      { Version__c: 4, In_Force__c: true }
    ]);
    await world.work();
  });

  it('when a published mapping names a field that has gone, then its pair waits with LB783, and goes on by itself', async () => {
    const { mappingVersions } = world.store;
    const good = packagedMapping(pair);
    const fields = good.fields.map((field, index) =>
      index === 0 ? { ...field, salesforce: ['Gone__c'] } : field
    );
    const head = { object: pair, publishedBy: 'ann', comment: '' };
    await mappingVersions.publish({ ...head, content: { ...good, fields }, basedOn: 4 });
    const { runId } = await start();
    await world.work();
    expect(await runOf(runId)).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/^LB783 .*Gone__c/) as string
    });
    const { runId: again } = await start({ trigger: 'schedule' });
    await world.work();
    const lines = await world.store.jobs.list({ lane: lanes.syncLog, limit: 500 });
    expect(JSON.stringify(lines)).toContain(`run:${pair}:${runId}:`);
    expect(JSON.stringify(lines)).not.toContain(`run:${pair}:${again}:`);
    await mappingVersions.publish({ ...head, content: good, basedOn: 5 });
    const { runId: mended } = await start();
    await world.work();
    expect((await runOf(mended))?.state).toBe('succeeded');
    expect(await openTopics()).toEqual([]);
  });
});
