import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { control } from '../../../../test/org-emulator/src/testing/test-org.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Store } from '../../store/port/store.ts';
import { systemClock } from '../../telemetry/clock.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { settingsOf } from '../test-support/settings.ts';
import { createCatchUpHandler } from './catch-up-lane.ts';
import { catchUp } from './catch-up.ts';
import { EventPlace, placeName } from './event-place.ts';
import { orderRequestSchema } from './order-request.ts';
import {
  recordingAlarm,
  startInstance,
  startRequestOrg,
  streamFault,
  type Instance,
  type RequestOrg
} from './test-support/request-org.ts';

let place: RequestOrg;
beforeAll(async () => {
  place = await startRequestOrg();
});
afterAll(() => place.close());

const instances: Instance[] = [];
let accountId = '';
beforeEach(async () => {
  await control(place.org, 'POST', '/reset');
  const { connection } = place;
  await connection.sobject('Integration_Config__c').create({
    Company_Code__c: 'ABC',
    Active__c: true,
    Order_Trigger__c: 'Both'
  });
  accountId = idOf(await connection.sobject('Account').create({ Name: 'Acme' }));
});
afterEach(async () => {
  await Promise.all(instances.map(({ requests }) => requests.close()));
  const stores = new Set(instances.splice(0).map(({ opened }) => opened));
  for (const store of stores) await store.remove();
  await control(place.org, 'DELETE', '/faults');
  await control(place.org, 'POST', '/clock/run');
});

const within = { timeout: 20_000, interval: 20 };

async function start(changes: Parameters<typeof startInstance>[1] = {}): Promise<Instance> {
  const instance = await startInstance(place, changes);
  instances.push(instance);
  return instance;
}
/** Wins a deal: the flows of the package stamp the record and publish the event. */
async function win(name = 'Deal'): Promise<string> {
  const deal = { Name: name, AccountId: accountId, StageName: 'Closed Won', CloseDate: '2026-11-20' };
  return idOf(await place.connection.sobject('Opportunity').create(deal));
}
const idOf = ({ id }: { id?: string | undefined }) => String(id);
const keysOf = (instance: Instance) => async () => (await instance.jobs()).map(({ key }) => key);
const placeOf = async ({ opened }: Instance) => (await opened.store.cursors.find(placeName))?.value;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const settingsWith = (changes: Parameters<typeof settingsOf>[0]) => ({
  current: () => Promise.resolve(settingsOf(changes)),
  refresh: () => undefined
});
const request = (fields: Record<string, string>) =>
  place.connection.sobject('Sage_Order_Request__e').create(fields);

test('when deals are won, then each becomes one job under its key, in their order, and the place moves with them', async () => {
  const instance = await start();
  const ids = [await win('One'), await win('Two'), await win('Three')];
  await expect.poll(keysOf(instance), within).toEqual(ids);
  const [job] = await instance.jobs();
  expect(job?.payload).toMatchObject({
    object: 'Opportunity',
    recordId: ids[0],
    action: 'submit',
    source: 'event'
  });
  expect(await placeOf(instance)).toBeDefined();
});

test('when the service was away, then it goes on from its place, and what it had is no second job', async () => {
  const first = await start();
  const before = await win();
  await expect.poll(keysOf(first), within).toEqual([before]);
  await first.requests.close();
  const meanwhile = await win();
  const again = await start({ opened: first.opened });
  await expect.poll(keysOf(again), within).toEqual([before, meanwhile]);
  const gaps = again.requests.state().gaps;
  expect(gaps).toBe(0);
});

test('when events are delivered twice, then there is one job for each', async () => {
  const instance = await start();
  await streamFault(place, '^Deliver', { kind: 'duplicate-events' });
  const ids = [await win(), await win()];
  await expect.poll(() => instance.requests.state().events, within).toBeGreaterThanOrEqual(4);
  expect(await keysOf(instance)()).toEqual(ids);
});

test('when two requests for a record carry the same second, then both are done', async () => {
  const instance = await start();
  const id = await win();
  await expect.poll(keysOf(instance), within).toEqual([id]);
  const [first] = await instance.jobs();
  const { requestedAt } = orderRequestSchema.parse(first?.payload);
  const again = { Object_Name__c: 'Opportunity', Record_Id__c: id, Order_Key__c: id, Action__c: 'amend' };
  await request({ ...again, Requested_At__c: requestedAt });
  await expect.poll(keysOf(instance), within).toEqual([id, id]);
});

test('when an event cannot be read, then it becomes a job to be refused, and the next one is taken', async () => {
  const instance = await start();
  await request({
    Object_Name__c: 'Quote',
    Record_Id__c: '0Q0',
    Order_Key__c: 'nothing',
    Action__c: 'submit'
  });
  const id = await win();
  await expect.poll(keysOf(instance), within).toEqual([undefined, id]);
  const [unreadable] = await instance.jobs();
  expect(unreadable?.payload).toMatchObject({
    unreadableEvent: {
      fields: { Object_Name__c: 'Quote', Record_Id__c: '0Q0' }
    }
  });
  // Faults name the field, and say nothing of its value.
  const faults = JSON.stringify(unreadable?.payload);
  expect(faults).toContain('object: ');
  expect(faults).toContain('requestedAt: ');
});

test('when the store fails, then the events come again and none is passed over', async () => {
  const first = await start();
  await first.requests.close();
  let failures = 2;
  const { store } = first.opened;
  const failing: Store = {
    ...store,
    transaction: (work) =>
      failures-- > 0 ? Promise.reject(new Error('disk is full')) : store.transaction(work)
  };
  const instance = await start({ opened: first.opened, store: failing });
  const ids = [await win(), await win()];
  await expect.poll(keysOf(instance), within).toEqual(ids);
  expect(failures).toBeLessThanOrEqual(0);
});

test('when the service was away for longer than events are kept, then the query finds what they told of', async () => {
  const first = await start();
  await control(place.org, 'POST', '/clock/stop', { at: hoursAgo(75) });
  const known = await win('Known');
  await expect.poll(keysOf(first), within).toEqual([known]);
  await first.requests.close();
  await control(place.org, 'POST', '/clock/stop', { at: hoursAgo(74) });
  const lost = await win('Event is gone');
  await control(place.org, 'POST', '/clock/run');
  const kept = await win('Event is there');

  const again = await start({ opened: first.opened });
  await expect.poll(keysOf(again), within).toEqual([known, lost, kept]);
  await expect
    .poll(() => again.told, within)
    .toEqual(expect.arrayContaining(['raise event-gap', 'clear event-gap']));
  expect(again.requests.state()).toMatchObject({ gaps: 1 });
  // The stream goes on, and nothing that it brings once more is a second job.
  const later = await win('Later');
  await expect.poll(keysOf(again), within).toEqual([known, lost, kept, later]);
});

test('when the query after a gap cannot be made, then the stream waits for it', async () => {
  const id = await win();
  const opened = (await start()).opened;
  await instances[0]?.requests.close();
  await opened.store.cursors.reset(placeName, Buffer.from('made up').toString('base64'), 'test');
  let tries = 0;
  const settings = {
    current: () => (++tries < 3 ? Promise.reject(new Error('no answer')) : Promise.resolve(settingsOf())),
    refresh: () => undefined
  };
  const instance = await start({ opened, settings });
  await expect.poll(() => instance.told.filter((each) => each === 'clear event-gap'), within).toHaveLength(1);
  expect(instance.told.filter((each) => each === 'raise event-gap')).toHaveLength(3);
  expect(await keysOf(instance)()).toEqual([id]);
});

test('when the query finds a request before its event comes, then there is one job', async () => {
  const id = await win();
  const parts = { records: place.salesforce.records, settings: settingsWith({}) };
  const first = await start();
  await first.requests.close();
  const { store } = first.opened;
  expect(await catchUp({ ...parts, store })).toMatchObject({ open: 1 });
  const instance = await start({ opened: first.opened });
  await expect.poll(() => instance.requests.state().events, within).toBeGreaterThan(0);
  expect(await keysOf(instance)()).toEqual([id]);
});

test('when the settings send only one object, then the query looks for that one alone', async () => {
  await win();
  const first = await start();
  await first.requests.close();
  const found = async (orderTrigger: 'none' | 'opportunity' | 'order') => {
    const settings = {
      current: () => Promise.resolve(settingsOf({ orderTrigger })),
      refresh: () => undefined
    };
    return (await catchUp({ records: place.salesforce.records, settings, store: first.opened.store })).open;
  };
  expect([await found('none'), await found('order'), await found('opportunity')]).toEqual([0, 0, 1]);
});

test('when it starts, then the query is made now and by schedule, and starts in a row leave one job', async () => {
  const first = await start();
  await first.requests.close();
  const again = await start({ opened: first.opened });
  const { store } = again.opened;
  const jobs = await store.jobs.list({ lane: 'order-catch-up', limit: 10 });
  expect(jobs).toHaveLength(1);
  expect(await store.schedules.find('order-catch-up')).toMatchObject({ cron: '*/10 * * * *' });
});

test('when two instances share a store, then there is one job for each event and both stay open', async () => {
  const one = await start();
  const two = await start({ opened: one.opened });
  const ids: string[] = [];
  for (let count = 0; count < 20; count += 1) ids.push(await win(`Deal ${count}`));
  await expect.poll(() => one.requests.state().events, within).toBe(20);
  await expect.poll(() => two.requests.state().events, within).toBe(20);
  expect(await keysOf(one)()).toEqual(ids);
  expect([one.requests.state().state, two.requests.state().state]).toEqual(['open', 'open']);
  expect([one.requests.state().reopened, two.requests.state().reopened]).toEqual([0, 0]);
});

test('when another instance moves the place at that very moment, then the batch is taken from where it stands then', async () => {
  const first = await start();
  const before = await win();
  await expect.poll(keysOf(first), within).toEqual([before]);
  await first.requests.close();
  const { store } = first.opened;
  let races = 2;
  const racing: Store = {
    ...store,
    transaction: (work) =>
      races-- > 0
        ? store.transaction(async (content) => {
            const move = () =>
              Promise.reject(new LedgerBridgeError('LB612', { detail: 'It stands elsewhere.' }));
            return work({ ...content, cursors: { ...content.cursors, move } });
          })
        : store.transaction(work)
  };
  const instance = await start({ opened: first.opened, store: racing });
  const id = await win();
  await expect.poll(keysOf(instance), within).toEqual([before, id]);
  expect(races).toBeLessThan(0);
  expect(instance.requests.state().reopened).toBe(0);
});

test('when another instance is further, then the place is left where it is', async () => {
  const { store } = (await start()).opened;
  await instances[0]?.requests.close();
  await store.cursors.reset(placeName, 'AAAAAAAAAAk=', 'test');
  const behind = new EventPlace('AAAAAAAAAAI=');
  const move = (nothingNew: boolean) =>
    store.transaction((content) => behind.move(content, 'AAAAAAAAAAM=', nothingNew));
  expect(await move(true)).toBe('AAAAAAAAAAk=');
  expect(await move(false)).toBe('AAAAAAAAAAM=');
  expect((await store.cursors.find(placeName))?.value).toBe('AAAAAAAAAAM=');
});

test('when the job of the query runs, then it enqueues what is missing and takes a left alert back', async () => {
  const { opened } = await start();
  await instances[0]?.requests.close();
  await control(place.org, 'POST', '/clock/stop', { at: hoursAgo(74) });
  const id = await win();
  await control(place.org, 'POST', '/clock/run');
  const told: string[] = [];
  const settings = settingsWith({});
  const handler = createCatchUpHandler({
    records: place.salesforce.records,
    settings,
    store: opened.store,
    alarm: recordingAlarm(told),
    gate: { isOpen: () => true, onOpened: () => () => undefined },
    logger: createLogger({ level: 'silent', secrets: [] })
  });
  const [job] = await opened.store.jobs.claim({
    lane: handler.lane,
    limit: 1,
    worker: 'test',
    leaseMs: 60_000
  });
  await handler.run(job!, { signal: new AbortController().signal, store: opened.store });
  const jobs = await opened.store.jobs.list({ lane: 'sales-order-out', limit: 10 });
  expect(jobs).toMatchObject([{ key: id, payload: { source: 'catch-up', action: 'submit' } }]);
  expect(told).toEqual(['clear event-gap']);
});

test('when the stream cannot be opened for a while, then people are told once, and once when it is open', async () => {
  await streamFault(place, '^GetTopic', { kind: 'status', status: 14, errorCode: '', message: 'away' });
  let now = systemClock();
  const instance = await start({ clock: () => now });
  await expect.poll(() => instance.requests.state().lastFailure?.code, within).toBe('LB711');
  expect(instance.told).toEqual([]);
  now = now.plus({ seconds: 61 });
  await expect.poll(() => instance.told, within).toEqual(['raise event-stream-interrupted']);
  await control(place.org, 'DELETE', '/faults');
  await expect.poll(() => instance.told.at(-1), within).toBe('clear event-stream-interrupted');
  expect(instance.told).toHaveLength(2);
});
