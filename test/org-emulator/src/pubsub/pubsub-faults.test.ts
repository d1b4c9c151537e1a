import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { FaultEffect } from '../control/fault-plan.ts';
import type { RunningOrg } from '../index.ts';
import { admin, connect, control, startTestOrg } from '../testing/test-org.ts';
import { closeStreamClients, collector, type Received, streamClient } from './testing/stream-client.ts';

const alerts = '/event/Stock_Alert__e';
const changes = '/data/AccountChangeEvent';

let org: RunningOrg;
beforeAll(async () => {
  org = await startTestOrg({ pubSub: { keepAliveMs: 50 } });
});
afterAll(async () => {
  await org.close();
  closeStreamClients();
});
afterEach(() => control(org, 'DELETE', '/faults'));

/** Orders a fault of the stream. It strikes all streams, those of earlier tests too. */
const order = (match: string, effect: FaultEffect) =>
  control(org, 'POST', '/faults', { point: 'stream', match, effect });
const open = (received: Received) =>
  expect.poll(() => received.keepAlives, { timeout: 5000 }).toBeGreaterThan(0);
const arrive = (received: Received, count: number) =>
  expect.poll(() => received.events.length, { timeout: 5000 }).toBe(count);
const fail = (received: Received) => expect.poll(() => received.errors.length, { timeout: 5000 }).toBe(1);

async function listen(topic: string): Promise<Received> {
  const { received, callback } = collector();
  (await streamClient(org, admin)).subscribe(topic, callback);
  await open(received);
  return received;
}

async function publish(...items: readonly string[]): Promise<void> {
  const connection = await connect(org, admin);
  await connection.sobject('Stock_Alert__e').create(items.map((Item__c) => ({ Item__c })));
}

/** Has the client fetch the schema, so that it hands over events in the order in which they come. */
async function warmUp(received: Received): Promise<void> {
  await publish('first');
  await arrive(received, 1);
  received.events.length = 0;
}

const items = ({ events }: Received) => events.map(({ payload }) => payload.Item__c);

test('when delivery is struck by duplicates, then each event comes twice', async () => {
  const received = await listen(alerts);
  await warmUp(received);
  await order(`^Deliver ${alerts}`, { kind: 'duplicate-events' });
  await publish('a', 'b');
  await arrive(received, 4);
  expect(items(received)).toEqual(['a', 'b', 'a', 'b']);
  expect(received.events[2]?.replayId).toBe(received.events[0]?.replayId);
});

test('when delivery is struck by disorder, then events of one response come the other way round', async () => {
  const received = await listen(alerts);
  await warmUp(received);
  await order(alerts, { kind: 'reordered-events' });
  await publish('a', 'b', 'c');
  await arrive(received, 3);
  expect(items(received)).toEqual(['c', 'b', 'a']);
});

test('when a stream falls silent, then neither events nor keep-alives come until it is over', async () => {
  const received = await listen(alerts);
  await order(alerts, { kind: 'silence', milliseconds: 700 });
  await publish('late');
  await arrive(received, 1);
  // Keep-alives come every 50 ms.
  expect(received.silences[0]).toBeGreaterThan(500);
});

test('when delivery is late, then keep-alives go on', async () => {
  const received = await listen(alerts);
  await order(`Deliver`, { kind: 'latency', milliseconds: 400 });
  const keepAlives = received.keepAlives;
  await publish('late');
  await arrive(received, 1);
  expect(received.keepAlives - keepAlives).toBeGreaterThan(0);
});

test('when the connection is cut before events are delivered, then the client can have them again', async () => {
  const received = await listen(alerts);
  await warmUp(received);
  await publish('seen');
  await arrive(received, 1);
  await order('Deliver', { kind: 'cut', when: 'before-commit' });
  await publish('cut off');
  await fail(received);
  expect(received.errors[0]).toMatchObject({ code: 14, errorCode: '' });
  await control(org, 'DELETE', '/faults');
  const again = collector();
  const seen = received.events[0]?.replayId ?? 0;
  (await streamClient(org, admin)).subscribeFromReplayId(alerts, again.callback, null, seen);
  await arrive(again.received, 1);
  expect(items(again.received)).toEqual(['cut off']);
});

test('when the connection is cut after a publish was done, then the publisher cannot know and the event is there', async () => {
  const received = await listen(alerts);
  const publisher = await streamClient(org, admin);
  await order(`^Publish ${alerts}`, { kind: 'cut', when: 'after-commit' });
  const event = {
    CreatedDate: 0,
    CreatedById: '',
    Item__c: { string: 'twice?' },
    Quantity__c: null,
    Noticed_At__c: null,
    Urgent__c: null
  };
  await expect(publisher.publish(alerts, event)).rejects.toThrow('Failed to publish');
  await arrive(received, 1);
});

test('when a status is ordered, then the stream ends with it and its code', async () => {
  const received = await listen(alerts);
  const errorCode = 'sfdc.platform.eventbus.grpc.subscription.internal.error';
  await order('Deliver', { kind: 'status', status: 13, errorCode, message: 'An internal error occurred.' });
  await publish('never seen');
  await fail(received);
  expect(received.errors[0]).toMatchObject({ code: 13, errorCode });
});

test('when sessions expire, then a new subscription is refused for authentication', async () => {
  await order(`Subscribe ${changes}`, { kind: 'expired-session' });
  const { received, callback } = collector();
  (await streamClient(org, admin)).subscribe(changes, callback);
  await fail(received);
  expect(received.errors[0]?.errorCode).toBe('sfdc.platform.eventbus.grpc.service.auth.error');
});

test.each(['corrupted', 'expired'] as const)(
  'when replay ids are %s by order, then only they are refused',
  async (problem) => {
    await order('Subscribe', { kind: 'replay-id', problem });
    const latest = await listen(alerts);
    await warmUp(latest);
    await publish('a');
    await arrive(latest, 1);
    const { received, callback } = collector();
    const id = latest.events[0]?.replayId ?? 0;
    (await streamClient(org, admin)).subscribeFromReplayId(alerts, callback, null, id);
    await fail(received);
    expect(received.errors[0]?.errorCode).toMatch(/subscription\.fetch\.replayid\.corrupted$/);
  }
);

test.each([
  [false, 'GAP_CREATE'],
  [true, 'GAP_OVERFLOW']
])(
  'when change events are lost (overflow: %s), then %s tells of them without data',
  async (overflow, changeType) => {
    const received = await listen(changes);
    await order(changes, { kind: 'gap-events', overflow });
    const connection = await connect(org, admin);
    const { id } = await connection.sobject('Account').create({ Name: 'Lost' });
    await arrive(received, 1);
    const recordIds = [overflow ? '000000000000000AAA' : id];
    expect(received.events[0]?.payload).toMatchObject({
      ChangeEventHeader: { changeType, recordIds, entityName: 'Account', changedFields: [] },
      Name: null
    });
  }
);
