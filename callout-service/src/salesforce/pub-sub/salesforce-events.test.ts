import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { admin, connect, control } from '../../../../test/org-emulator/src/testing/test-org.ts';
import type { ReceivedEvent } from '../port/salesforce-events.ts';
import { createSalesforceEvents } from './salesforce-events.ts';
import { listen, startStreamOrg, type Listener, type StreamOrg } from './test-support/stream-org.ts';

let streams: StreamOrg;
beforeAll(async () => {
  streams = await startStreamOrg();
});
afterAll(() => streams.close());
beforeEach(async () => {
  await control(streams.org, 'POST', '/reset');
  streams.told.length = 0;
});
const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ subscription }) => subscription.close()));
  await control(streams.org, 'DELETE', '/faults');
  await control(streams.org, 'POST', '/clock/run');
});

function subscribe(options: Parameters<typeof listen>[1] = {}): Listener {
  const listener = listen(streams.events, options);
  open.push(listener);
  return listener;
}
const within = { timeout: 20_000, interval: 20 };
const opened = ({ subscription }: Listener) =>
  expect.poll(() => subscription.state().state, within).toBe('open');
const arrived = (listener: Listener, ...items: readonly string[]) =>
  expect.poll(() => listener.items(), within).toEqual(items);

test('when events are published, then they come in their order with plain values', async () => {
  const listener = subscribe();
  await opened(listener);
  const connection = await connect(streams.org, admin);
  const first = { Quantity__c: 2.5, Noticed_At__c: '2026-03-01T10:20:30.000Z', Urgent__c: true };
  await connection.sobject('Stock_Alert__e').create({ Item__c: 'Bolt', ...first });
  await streams.publish('a', 'b', 'c');
  await arrived(listener, 'Bolt', 'a', 'b', 'c');
  const [event] = listener.batches.flat();
  expect(event?.eventId).toMatch(/^[0-9a-f-]{36}$/);
  expect(event?.fields).toMatchObject({
    Item__c: 'Bolt',
    Quantity__c: '2.5',
    Noticed_At__c: '2026-03-01T10:20:30.000Z',
    Urgent__c: true
  });
  expect(event?.fields['CreatedDate']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(listener.subscription.state()).toMatchObject({ state: 'open', events: 4, reopened: 0, gaps: 0 });
});

test('when nothing happens, then keep-alives move the place, and the stream goes on from there', async () => {
  const listener = subscribe();
  await streams.publish('before');
  await arrived(listener, 'before');
  const count = listener.places.length;
  await expect.poll(() => listener.places.length, within).toBeGreaterThan(count);
  const place = listener.places.at(-1)!;
  const later = subscribe({ after: place });
  await opened(later);
  await streams.publish('after');
  await arrived(later, 'after');
});

test('when the connection is cut, then the stream goes on after the last event that was processed', async () => {
  const listener = subscribe();
  await streams.publish('a');
  await arrived(listener, 'a');
  await streams.fault('^Deliver', { kind: 'cut', when: 'before-commit' });
  await streams.publish('b');
  await arrived(listener, 'a', 'b');
  expect(listener.subscription.state()).toMatchObject({ state: 'open', reopened: 1 });
  expect(streams.told).toContain('interrupted LB711');
});

test('when the stream falls silent, then it is opened again', async () => {
  const listener = subscribe();
  await streams.publish('a');
  await arrived(listener, 'a');
  await streams.fault('^Deliver', { kind: 'silence', milliseconds: 60_000 });
  await streams.publish('b');
  await arrived(listener, 'a', 'b');
  expect(listener.subscription.state().reopened).toBe(1);
});

test('when the session has expired, then one login lets the stream go on at once', async () => {
  const listener = subscribe();
  await opened(listener);
  const before = await streams.session.ticket();
  await streams.fault('^Deliver', { kind: 'expired-session' });
  await streams.publish('a');
  await arrived(listener, 'a');
  expect((await streams.session.ticket()).accessToken).not.toBe(before.accessToken);
  expect(streams.told.filter((each) => each.startsWith('interrupted'))).toEqual(['interrupted LB703']);
});

test.each(['corrupted', 'expired'])(
  'when the replay id is %s, then the gap is told first and the stream goes on with what is still there',
  async (problem) => {
    await streams.publish('a', 'b');
    const first = subscribe();
    await arrived(first, 'a', 'b');
    await first.subscription.close();
    await streams.fault('^Subscribe', { kind: 'replay-id', problem });
    const order: string[] = [];
    const listener = subscribe({
      after: first.places.at(-1),
      onGap: ({ code }) => Promise.resolve(void order.push(code)),
      onEvents: (events) => Promise.resolve(void order.push(...events.map(itemOf)))
    });
    await expect.poll(() => order, within).toEqual(['LB712', 'a', 'b']);
    expect(listener.subscription.state().gaps).toBe(1);
  }
);

test('when the replay id is older than 72 hours, then events of before are gone and the gap is told', async () => {
  await control(streams.org, 'POST', '/clock/stop', {
    at: new Date(Date.now() - 73 * 3_600_000).toISOString()
  });
  await streams.publish('lost');
  const first = subscribe();
  await arrived(first, 'lost');
  await first.subscription.close();
  await control(streams.org, 'POST', '/clock/run');
  await streams.publish('kept');
  const eventOfThen = first.batches[0]?.[0];
  const listener = subscribe({ after: eventOfThen!.replayId });
  await arrived(listener, 'kept');
  expect(listener.gaps).toEqual(['LB712']);
});

test('when what a gap needs fails, then it is asked for again before the stream goes on', async () => {
  await streams.publish('a');
  let tries = 0;
  const listener = subscribe({
    after: Buffer.from('made up').toString('base64'),
    onGap: () => (++tries < 3 ? Promise.reject(new Error('cannot query')) : Promise.resolve())
  });
  await arrived(listener, 'a');
  expect(tries).toBe(3);
});

test('when processing fails, then the same events come again, and none is passed over', async () => {
  const seen: string[][] = [];
  const listener = subscribe({
    onEvents: (events) => {
      if (events.length === 0) return Promise.resolve();
      seen.push(events.map(itemOf));
      return seen.length < 3 ? Promise.reject(new Error('store is down')) : Promise.resolve();
    }
  });
  await opened(listener);
  await streams.publish('a', 'b');
  await expect
    .poll(() => seen, within)
    .toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b']
    ]);
  await streams.publish('c');
  await expect.poll(() => seen.at(-1), within).toEqual(['c']);
});

test('when processing is slow, then no more than 100 events are taken, one batch at a time', async () => {
  const held = Promise.withResolvers<undefined>();
  let underWay = 0;
  let most = 0;
  const items: string[] = [];
  const sent = Array.from({ length: 250 }, (_, index) => String(index));
  for (let start = 0; start < sent.length; start += 50)
    await streams.publish(...sent.slice(start, start + 50));
  const before = await delivered();
  subscribe({
    onEvents: async (events) => {
      most = Math.max(most, ++underWay);
      items.push(...events.map(itemOf));
      await held.promise;
      underWay -= 1;
    }
  });
  try {
    await expect.poll(delivered, within).toBe(before + 100);
    expect(items.length).toBeLessThanOrEqual(100);
  } finally {
    held.resolve(undefined);
  }
  await expect.poll(() => items, within).toEqual(sent);
  expect(most).toBe(1);
});

test('when an event cannot be read, then it is handed over as such and holds up no other', async () => {
  // One that has not asked for the schema yet.
  const fresh = createSalesforceEvents(streams.session, streams.options);
  await streams.fault('^GetSchema', {
    kind: 'status',
    status: 5,
    errorCode: 'sfdc.platform.eventbus.grpc.schema.meta.permission',
    message: 'no'
  });
  const listener = listen(fresh);
  await streams.publish('secret item', 'b');
  await expect.poll(() => listener.batches.flat().length, within).toBe(2);
  const [unread, read] = listener.batches.flat();
  expect(unread).toMatchObject({ fields: {}, unreadable: { code: 'LB714' } });
  expect(read?.fields['Item__c']).toBe('b');
  await fresh.close();
});

test('when the channel does not exist, then the reason is told and it is tried again', async () => {
  const listener = subscribe({ channel: '/event/Nothing__e' });
  await expect.poll(() => listener.subscription.state().lastFailure?.code, within).toBe('LB710');
  const failures = streams.told.length;
  await expect.poll(() => streams.told.length, within).toBeGreaterThan(failures + 1);
  expect(listener.subscription.state().state).not.toBe('open');
});

test('when it is closed while events are being processed, then it waits for them and nothing comes after', async () => {
  const held = Promise.withResolvers<undefined>();
  const began = Promise.withResolvers<undefined>();
  let isDone = false;
  const listener = subscribe({
    onEvents: async (events) => {
      if (events.length === 0) return;
      began.resolve(undefined);
      await held.promise;
      isDone = true;
    }
  });
  await streams.publish('a');
  await began.promise;
  const closing = listener.subscription.close();
  const early = await Promise.race([closing.then(() => 'closed'), wait(50, 'waiting')]);
  held.resolve(undefined);
  expect(early).toBe('waiting');
  await closing;
  expect(isDone).toBe(true);
  expect(listener.subscription.state().state).toBe('closed');
});

test('when all this has happened, then no line of the log tells what events hold, or the token', () => {
  const log = streams.log.join('\n');
  expect(log).toContain('The stream of events ended');
  expect(log).not.toContain('secret item');
  expect(log).not.toMatch(/00D[A-Za-z0-9]{12,15}!/);
});

/** Events that the org has delivered to anyone, as its limits count them. */
async function delivered(): Promise<number> {
  const connection = await connect(streams.org, admin);
  const limits = limitsSchema.parse(await connection.request('/services/data/v66.0/limits'));
  return limits.DailyDeliveredPlatformEvents.Max - limits.DailyDeliveredPlatformEvents.Remaining;
}
const limitsSchema = z.object({
  DailyDeliveredPlatformEvents: z.object({ Max: z.number(), Remaining: z.number() })
});

function itemOf({ fields }: ReceivedEvent): string {
  const item = fields['Item__c'];
  return typeof item === 'string' ? item : '';
}
