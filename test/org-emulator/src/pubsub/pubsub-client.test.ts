import { afterAll, beforeAll, expect, test } from 'vitest';
import PubSubApiClient from 'salesforce-pubsub-api-client';
import type { RunningOrg } from '../index.ts';
import { admin, connect, control, noAccess, startTestOrg } from '../testing/test-org.ts';
import { containing, matching } from '../testing/matchers.ts';
import { closeStreamClients, collector, type Received, streamClient } from './testing/stream-client.ts';

const changes = '/data/AccountChangeEvent';
const alerts = '/event/Stock_Alert__e';
const codes = 'sfdc.platform.eventbus.grpc.';

let org: RunningOrg;
beforeAll(async () => {
  org = await startTestOrg({ pubSub: { keepAliveMs: 200 } });
});
afterAll(async () => {
  await org.close();
  closeStreamClients();
});

/** Waits until the subscription is open: it then says that it is alive. */
const open = (received: Received) =>
  expect.poll(() => received.keepAlives, { timeout: 5000 }).toBeGreaterThan(0);
/**
 * Waits for so many events, and puts them in the order of their replay ids: while the client fetches a schema for the first
 * time, it hands over events of several responses in any order.
 */
async function arrive(received: Received, count: number): Promise<void> {
  await expect.poll(() => received.events.length, { timeout: 5000 }).toBe(count);
  received.events.sort((a, b) => a.replayId - b.replayId);
}
const fail = (received: Received) => expect.poll(() => received.errors.length, { timeout: 5000 }).toBe(1);

async function listen(topic: string, username = admin): Promise<Received> {
  const client = await streamClient(org, username);
  const { received, callback } = collector();
  client.subscribe(topic, callback);
  await open(received);
  return received;
}

async function createAlerts(...items: readonly string[]): Promise<void> {
  const connection = await connect(org, admin);
  for (const Item__c of items) await connection.sobject('Stock_Alert__e').create({ Item__c });
}

test('when an account is created, changed and deleted, then each is told with what changed', async () => {
  const received = await listen(changes);
  const connection = await connect(org, admin);
  const accounts = connection.sobject('Account');
  const { id } = await accounts.create({ Name: 'Acme', BillingCity: 'Berlin', NumberOfEmployees: 5 });
  await accounts.update({ Id: String(id), BillingCity: null, BillingCountry: 'Chile', Fax: '1', Site: null });
  await accounts.destroy(String(id));
  await arrive(received, 3);

  const [created, changed, deleted] = received.events;
  expect(created?.payload).toMatchObject({
    ChangeEventHeader: {
      entityName: 'Account',
      recordIds: [id],
      changeType: 'CREATE',
      changeOrigin: matching(/^com\/salesforce\/api\/rest\/66\.0/),
      sequenceNumber: 1,
      changedFields: [],
      nulledFields: []
    },
    Name: 'Acme',
    NumberOfEmployees: 5,
    Fax: null,
    BillingAddress: { City: 'Berlin', Street: null },
    ShippingAddress: null
  });
  expect(changed?.payload).toMatchObject({
    ChangeEventHeader: {
      changeType: 'UPDATE',
      changedFields: ['Fax', 'LastModifiedDate', 'BillingAddress.City', 'BillingAddress.Country'],
      nulledFields: ['BillingAddress.City']
    },
    Name: null,
    Fax: '1',
    BillingAddress: { City: null, Country: 'Chile' }
  });
  expect(deleted?.payload).toMatchObject({
    ChangeEventHeader: { changeType: 'DELETE', recordIds: [id], changedFields: [] },
    Name: null,
    LastModifiedDate: null
  });
});

test('when records change in the same way in one request, then one event tells of all of them', async () => {
  const connection = await connect(org, admin);
  const accounts = connection.sobject('Account');
  const made = await accounts.create([{ Name: 'One' }, { Name: 'Two' }, { Name: 'Three' }], {
    allOrNone: true
  });
  const ids = made.map(({ id }) => String(id));
  const received = await listen(changes);
  const same = ids.slice(0, 2).map((Id) => ({ Id, Industry: 'Apparel' }));
  await accounts.update([...same, { Id: String(ids[2]), Industry: 'Banking' }], { allOrNone: true });
  await arrive(received, 2);
  expect(received.events.map(({ payload }) => payload)).toMatchObject([
    { ChangeEventHeader: { recordIds: ids.slice(0, 2), sequenceNumber: 1 }, Industry: 'Apparel' },
    { ChangeEventHeader: { recordIds: ids.slice(2), sequenceNumber: 2 }, Industry: 'Banking' }
  ]);
});

test('when a platform event is created by REST, then its own topic and the channels with it deliver it', async () => {
  const [own, channel] = [await listen(alerts), await listen('/event/Alerts__chn')];
  const connection = await connect(org, admin);
  const noticed = '2026-03-01T10:20:30.000Z';
  await connection
    .sobject('Stock_Alert__e')
    .create({ Item__c: 'Bolt', Quantity__c: 2.5, Noticed_At__c: noticed, Urgent__c: true });
  await arrive(own, 1);
  await arrive(channel, 1);
  expect(own.events[0]?.payload).toMatchObject({
    Item__c: 'Bolt',
    Quantity__c: 2.5,
    Noticed_At__c: Date.parse(noticed),
    Urgent__c: true
  });
  expect(channel.events[0]).toEqual(own.events[0]);
});

test('when a client publishes one event and then several, then subscribers get them in order', async () => {
  const received = await listen(alerts);
  const client = await streamClient(org, admin);
  const system = { CreatedDate: Date.now(), CreatedById: '005LB0000000001YAA' };
  const none = { Quantity__c: null, Noticed_At__c: null, Urgent__c: null };
  const event = (item: string) => ({ ...system, ...none, Item__c: { string: item } });
  const result = await client.publish(alerts, event('first'), 'my-key');
  expect(result).toMatchObject({ correlationKey: 'my-key' });
  const answered = new Promise<unknown>((resolve) => {
    const events = ['second', 'third'].map((item) => ({ id: item, payload: event(item) }));
    void client.publishBatch(alerts, events, (_info: unknown, type: string, data: unknown) => {
      if (type === 'publishResponse') resolve(data);
    });
  });
  expect(await answered).toMatchObject({
    results: [{ correlationKey: 'second' }, { correlationKey: 'third' }]
  });
  await arrive(received, 3);
  expect(received.events.map(({ payload }) => payload.Item__c)).toEqual(['first', 'second', 'third']);
  expect(received.events[0]?.replayId).toBe(result.replayId);
});

test('when a client comes back, then it gets what is kept: all of it, or what came after its replay id', async () => {
  const before = await listen(alerts);
  await createAlerts('a', 'b', 'c');
  await arrive(before, 3);
  const all = collector();
  (await streamClient(org, admin)).subscribeFromEarliestEvent(alerts, all.callback);
  const { events } = all.received;
  await expect.poll(() => events.some(({ id }) => id === before.events[2]?.id), { timeout: 5000 }).toBe(true);
  await arrive(all.received, events.length);
  expect(events.slice(-3)).toEqual(before.events);

  const later = collector();
  const second = before.events[1]?.replayId ?? 0;
  (await streamClient(org, admin)).subscribeFromReplayId(alerts, later.callback, null, second);
  await arrive(later.received, 1);
  expect(later.received.events[0]).toEqual(before.events[2]);
});

test('when 72 hours have passed, then an event is gone and its replay id no good', async () => {
  const past = await listen(alerts);
  const hourAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000).toISOString();
  await control(org, 'POST', '/reset');
  await control(org, 'POST', '/clock/stop', { at: hourAgo(71) });
  await createAlerts('kept a little longer');
  await arrive(past, 1);
  await control(org, 'POST', '/clock/run');
  const id = past.events[0]?.replayId ?? 0;
  const kept = collector();
  (await streamClient(org, admin)).subscribeFromReplayId(alerts, kept.callback, null, id);
  await open(kept.received);

  await control(org, 'POST', '/reset');
  await control(org, 'POST', '/clock/stop', { at: hourAgo(73) });
  await createAlerts('gone');
  await arrive(past, 2);
  await control(org, 'POST', '/clock/run');
  const expired = collector();
  const expiredId = past.events[1]?.replayId ?? 0;
  (await streamClient(org, admin)).subscribeFromReplayId(alerts, expired.callback, null, expiredId);
  await fail(expired.received);
  expect(expired.received.errors[0]).toMatchObject({
    code: 3,
    details: matching(/^The Replay ID validation failed\..* rpcId: [0-9a-f-]{36}$/),
    errorCode: `${codes}subscription.fetch.replayid.corrupted`
  });
  const earliest = collector();
  (await streamClient(org, admin)).subscribeFromEarliestEvent(alerts, earliest.callback);
  await open(earliest.received);
  expect(earliest.received.events).toEqual([]);
});

test('when a replay id was made up, then it is answered as corrupted', async () => {
  const { received, callback } = collector();
  (await streamClient(org, admin)).subscribeFromReplayId(alerts, callback, 5, 7_000_000);
  await fail(received);
  expect(received.errors[0]?.errorCode).toBe(`${codes}subscription.fetch.replayid.corrupted`);
});

test('when as many events came as were requested, then no more come until more are requested', async () => {
  const client = await streamClient(org, admin);
  const { received, callback } = collector();
  client.subscribe(alerts, callback, 2);
  await open(received);
  await createAlerts('1', '2', '3', '4');
  await expect.poll(() => received.lastEvents).toBe(1);
  const alive = received.keepAlives;
  await expect.poll(() => received.keepAlives).toBeGreaterThan(alive);
  expect(received.events).toHaveLength(2);
  client.requestAdditionalEvents(alerts, 2);
  await arrive(received, 4);
});

test('when the token is not one of the org, then the call is refused with the code for authentication', async () => {
  const log = () => undefined;
  const client = new PubSubApiClient(
    {
      authType: 'user-supplied',
      instanceUrl: 'https://example.my.salesforce.com',
      accessToken: '00DLB0000000001!stolen',
      organizationId: '00DLB0000000001',
      pubSubEndpoint: org.pubSub.endpoint,
      rejectUnauthorizedSsl: false
    },
    { debug: log, info: log, warn: log, error: log }
  );
  await client.connect();
  const { received, callback } = collector();
  client.subscribe(alerts, callback, 1);
  await fail(received);
  client.close();
  expect(received.errors[0]).toMatchObject({
    code: 16,
    details: containing('An authentication exception occurred'),
    errorCode: `${codes}service.auth.error`
  });
});

test.each([
  ['/event/Nothing__e', admin, 5, 'topic.not.found'],
  ['/data/ContactChangeEvent', admin, 5, 'topic.not.found'],
  [changes, noAccess, 7, 'subscription.topic.cannot.subscribe'],
  [alerts, noAccess, 7, 'subscription.topic.cannot.subscribe']
])('when %s cannot be subscribed to by %s, then the status is %i', async (topic, user, code, errorCode) => {
  const { received, callback } = collector();
  (await streamClient(org, user)).subscribe(topic, callback, 1);
  await fail(received);
  expect(received.errors[0]).toMatchObject({ code, errorCode: `${codes}${errorCode}` });
});

test('when a user may see an entity but not all its fields, then the others are as if they had not changed', async () => {
  const { permissionSets, users, assign } = await adminRecords();
  await assign(users.get(noAccess), permissionSets.get('Account_Listener'));
  const received = await listen('/data/ChangeEvents', noAccess);
  const whole = await listen('/data/ChangeEvents', admin);
  const connection = await connect(org, admin);
  await connection.sobject('Account').create({ Name: 'Seen', Tier__c: 'gold', Phone: '1' });
  await arrive(received, 1);
  await arrive(whole, 1);
  expect(whole.events[0]?.payload).toMatchObject({ Name: 'Seen', Tier__c: 'gold' });
  expect(received.events[0]?.payload).toMatchObject({ Name: 'Seen', Phone: '1', Tier__c: null });
});

async function adminRecords() {
  const connection = await connect(org, admin);
  const ids = async (query: string, key: string) => {
    const { records } = await connection.query(query);
    return new Map(records.map((record) => [String(record[key]), String(record.Id)]));
  };
  return {
    users: await ids('SELECT Id, Username FROM User', 'Username'),
    permissionSets: await ids('SELECT Id, Name FROM PermissionSet', 'Name'),
    assign: (AssigneeId = '', PermissionSetId = '') =>
      connection.sobject('PermissionSetAssignment').create({ AssigneeId, PermissionSetId })
  };
}
