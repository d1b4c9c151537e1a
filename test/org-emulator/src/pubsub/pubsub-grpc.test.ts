import avro from 'avsc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../index.ts';
import { containing, matching } from '../testing/matchers.ts';
import { admin, connect, control, noAccess, startSession, startTestOrg } from '../testing/test-org.ts';
import { PlainClient, plainClient, type PlainSubscription } from './testing/plain-client.ts';

const alerts = '/event/Stock_Alert__e';
const codes = 'sfdc.platform.eventbus.grpc.';

let org: RunningOrg;
let client: PlainClient;
beforeAll(async () => {
  org = await startTestOrg({ pubSub: { keepAliveMs: 100 } });
});
afterAll(() => org.close());

async function publishAlerts(count: number): Promise<void> {
  const connection = await connect(org, admin);
  const alert = (_: unknown, index: number) => ({ Item__c: `item ${index}` });
  await connection.sobject('Stock_Alert__e').create(Array.from({ length: count }, alert));
}

const eventsOf = ({ responses }: PlainSubscription) => responses.flatMap(({ events }) => events);
const arrive = (subscription: PlainSubscription, count: number) =>
  expect.poll(() => eventsOf(subscription).length, { timeout: 5000 }).toBe(count);
const open = (subscription: PlainSubscription) =>
  expect.poll(() => subscription.responses.length, { timeout: 5000 }).toBeGreaterThan(0);

test('when requests for events add up, then so many are sent and the rest is said to be pending', async () => {
  client = await plainClient(org, admin);
  const subscription = client.subscribe({ topicName: alerts, numRequested: 2 });
  await open(subscription);
  expect(subscription.responses[0]).toMatchObject({ events: [], pendingNumRequested: 2 });
  subscription.request({ numRequested: 3 });
  await publishAlerts(4);
  await arrive(subscription, 4);
  const last = subscription.responses.findLast(({ events }) => events.length > 0);
  expect(last?.pendingNumRequested).toBe(1);
  await publishAlerts(3);
  await arrive(subscription, 5);
  const seen = subscription.responses.length;
  await expect.poll(() => subscription.responses.length).toBeGreaterThan(seen);
  // What was not requested is not passed by: the id of a keep-alive stands before it.
  const alive = subscription.responses.at(-1);
  expect(alive?.events).toEqual([]);
  expect(alive?.latestReplayId).toEqual(eventsOf(subscription).at(-1)?.replayId);
  subscription.request({ numRequested: 10 });
  await arrive(subscription, 7);
  expect(new Set(subscription.responses.map(({ rpcId }) => rpcId)).size).toBe(1);
  expect(subscription.responses.every(({ latestReplayId }) => latestReplayId.length === 8)).toBe(true);
});

test('when nothing happens, then keep-alives come with a replay id from which a client can go on', async () => {
  client = await plainClient(org, admin);
  const subscription = client.subscribe({ topicName: alerts, numRequested: 1 });
  await expect.poll(() => subscription.responses.length, { timeout: 5000 }).toBeGreaterThan(2);
  const replayId = subscription.responses.at(-1)?.latestReplayId ?? Buffer.alloc(0);
  await publishAlerts(1);
  const resumed = client.subscribe({ topicName: alerts, replayPreset: 'CUSTOM', replayId, numRequested: 9 });
  await arrive(resumed, 1);
});

test.each([
  [{ topicName: alerts, numRequested: 101 }, 3, 'subscription.fetch.requested.events.invalid'],
  [{ topicName: alerts, numRequested: 0 }, 3, 'subscription.fetch.requested.events.invalid'],
  [{ topicName: '', numRequested: 1 }, 3, 'topic.validation.empty'],
  [
    { topicName: alerts, numRequested: 1, replayPreset: 'CUSTOM' as const },
    3,
    'subscription.fetch.replayid.validation.failed'
  ],
  [
    {
      topicName: alerts,
      numRequested: 1,
      replayPreset: 'CUSTOM' as const,
      replayId: Buffer.from('corrupt')
    },
    3,
    'subscription.fetch.replayid.corrupted'
  ]
])(
  'when the first request is %o, then the stream ends with status %i, %s',
  async (request, code, errorCode) => {
    client = await plainClient(org, admin);
    const { errors } = client.subscribe(request);
    await expect.poll(() => errors).toMatchObject([{ code, errorCode: `${codes}${errorCode}` }]);
  }
);

test('when a later request names another topic, then the stream ends', async () => {
  client = await plainClient(org, admin);
  const subscription = client.subscribe({ topicName: alerts, numRequested: 1 });
  await open(subscription);
  subscription.request({ topicName: '/data/AccountChangeEvent', numRequested: 1 });
  const errorCode = `${codes}subscription.fetch.topic.mismatch`;
  await expect.poll(() => subscription.errors).toMatchObject([{ code: 3, errorCode }]);
});

test('when a topic is asked for, then its schema, rights and org are answered', async () => {
  client = await plainClient(org, admin);
  const topic = await client.call('GetTopic', { topicName: alerts });
  expect(topic).toMatchObject({
    topicName: alerts,
    canPublish: true,
    canSubscribe: true,
    tenantGuid: matching(/^CORE\/prod\/00D.{15}$/)
  });
  const { schemaId, schemaJson } = await client.call('GetSchema', { schemaId: topic.schemaId });
  expect(schemaId).toBe(topic.schemaId);
  expect(JSON.parse(String(schemaJson))).toMatchObject({
    name: 'Stock_Alert__e',
    namespace: 'com.sforce.eventbus',
    fields: [
      { name: 'CreatedDate', type: 'long', doc: 'CreatedDate:DateTime' },
      { name: 'CreatedById', type: 'string', doc: 'CreatedBy:EntityId' },
      { name: 'Item__c', type: ['null', 'string'], doc: matching(/^Data:Text:00N\w{12}$/), default: null },
      { name: 'Quantity__c', type: ['null', 'double'] },
      { name: 'Noticed_At__c', type: ['null', 'long'] },
      { name: 'Urgent__c', type: ['null', 'boolean'] }
    ]
  });
  const changes = await client.call('GetTopic', { topicName: '/data/ChangeEvents' });
  expect(changes).toMatchObject({ canPublish: false, canSubscribe: true, schemaId: '' });
  const refused = [
    client.call('GetSchema', { schemaId: '' }),
    client.call('GetSchema', { schemaId: '5E5OtZj5_Gm6Vax9XMXH9A' })
  ];
  const results = await Promise.allSettled(refused);
  expect(
    results.map((result): unknown => (result.status === 'rejected' ? result.reason : undefined))
  ).toMatchObject([
    { code: 3, errorCode: `${codes}schema.validation.failed` },
    { code: 5, errorCode: `${codes}schema.meta.permission` }
  ]);
});

test('when one of several published events is wrong, then its result says so and the others are published', async () => {
  client = await plainClient(org, admin);
  const { schemaId } = await client.call('GetTopic', { topicName: alerts });
  const { schemaJson } = await client.call('GetSchema', { schemaId });
  const type = avro.Type.forSchema(z.custom<avro.Schema>().parse(JSON.parse(String(schemaJson))), {
    wrapUnions: true
  });
  const alert = (item: string) =>
    type.toBuffer({
      CreatedDate: 0,
      CreatedById: 'x',
      Item__c: { string: item },
      Quantity__c: null,
      Noticed_At__c: null,
      Urgent__c: null
    });
  const subscription = client.subscribe({ topicName: alerts, numRequested: 9 });
  await open(subscription);
  const answer = await client.call('Publish', {
    topicName: alerts,
    events: [
      { id: 'good', schemaId, payload: alert('good') },
      { id: 'cut off', schemaId, payload: alert('cut off').subarray(0, 4) },
      { id: 'unknown schema', schemaId: 'nothing', payload: alert('x') },
      { id: 'too large', schemaId, payload: alert('x'.repeat(1024 * 1024)) }
    ]
  });
  const error = (msg: string) => ({ code: 'PUBLISH', msg: containing(msg) });
  expect(answer).toMatchObject({
    schemaId,
    results: [
      { correlationKey: 'good', error: null },
      { correlationKey: 'cut off', error: error('does not fit') },
      { correlationKey: 'unknown schema', error: error('schema ID') },
      { correlationKey: 'too large', error: error('larger than 1 MB') }
    ]
  });
  await arrive(subscription, 1);
  const large = { id: 'x', schemaId, payload: alert('x'.repeat(900 * 1024)) };
  const tooMuch = client.call('Publish', { topicName: alerts, events: Array<unknown>(5).fill(large) });
  await expect(tooMuch).rejects.toMatchObject({
    code: 14,
    details: containing('reset reason: remote reset')
  });
});

test.each([
  ['Publish', { topicName: '', events: [] }, 3, 'publish.topic.validation.empty'],
  ['Publish', { topicName: alerts, events: [] }, 3, 'publish.event.count.invalid'],
  ['Publish', { topicName: '/data/AccountChangeEvent', events: [{ id: '1' }] }, 7, 'topic.meta.permission'],
  ['GetTopic', { topicName: 'Stock_Alert__e' }, 5, 'topic.not.found']
])(
  'when %s is called with %o, then it is refused with status %i, %s',
  async (method, request, code, errorCode) => {
    client = await plainClient(org, admin);
    await expect(client.call(method, request)).rejects.toMatchObject({
      code,
      errorCode: `${codes}${errorCode}`
    });
  }
);

test('when a user may neither read nor create an event, then even its topic is refused', async () => {
  client = await plainClient(org, noAccess);
  const refused = { code: 7, errorCode: `${codes}topic.meta.permission` };
  await expect(client.call('GetTopic', { topicName: alerts })).rejects.toMatchObject(refused);
});

test('when authentication headers are missing, or are of another org, then calls are refused', async () => {
  const { accessToken, instanceUrl } = await startSession(org, admin);
  const full = { accesstoken: accessToken, instanceurl: instanceUrl, tenantid: '00DLB0000000001' };
  const { instanceurl, ...without } = full;
  expect(instanceurl).toBe(org.url);
  const call = (headers: Record<string, string>) =>
    new PlainClient(org, headers).call('GetTopic', { topicName: alerts });
  await expect(call(without)).rejects.toMatchObject({
    code: 16,
    errorCode: `${codes}service.auth.headers.invalid`
  });
  await expect(call({ ...full, tenantid: '00D000000000000EAA' })).rejects.toMatchObject({
    code: 16,
    errorCode: `${codes}service.auth.error`
  });
});

test('when ManagedSubscribe is called, then it is refused by name', async () => {
  client = await plainClient(org, admin);
  const stream = client.stream('ManagedSubscribe');
  const failed = new Promise((resolve) => stream.on('error', resolve));
  stream.resume();
  expect(await failed).toMatchObject({ code: 12, details: containing('does not support ManagedSubscribe') });
});

test('when calls were made, then the request log shows them', async () => {
  client = await plainClient(org, admin);
  await client.call('GetTopic', { topicName: alerts });
  const requests = await control(org, 'GET', '/requests');
  expect(JSON.stringify(requests)).toContain('"method":"GetTopic"');
});
