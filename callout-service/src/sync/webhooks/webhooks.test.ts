import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { systemClock } from '../../telemetry/clock.ts';
import { lanes, topics } from '../lanes.ts';
import { recordKey, type RecordChange } from '../engine/payloads.ts';
import { isPublicAddress } from './public-address.ts';
import { signatureOf, verifySignature } from './signature.ts';
import { createWebhookHandlers } from './webhook-handlers.ts';
import { subscribeWebhooks, webhookLane } from './webhook-lanes.ts';
import type { Webhook } from './webhook.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const received: Received[] = [];
let answer: { readonly status: number; readonly headers?: Record<string, string> } | 'hang' = { status: 204 };
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => (body += part));
  request.on('end', () => {
    received.push({ headers: request.headers, body });
    if (answer === 'hang') return;
    response.writeHead(answer.status, answer.headers).end('thanks');
  });
});

let url = '';
let place: EmbeddedStore;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver does not listen');
  url = `http://127.0.0.1:${address.port}/changes`;
  place = await openEmbeddedStore();
});
beforeEach(() => {
  received.length = 0;
  answer = { status: 204 };
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await place.remove();
});

const secret = 'the secret in force, long enough';
const former = 'the former secret, long enough';

function webhook(changes: Partial<Webhook> = {}): Webhook {
  return {
    name: 'lake',
    url,
    secrets: [secret],
    entities: undefined,
    allowPrivateAddresses: true,
    ...changes
  };
}

function handlerOf(changes: Partial<Webhook> = {}, timeoutMs = 5_000): JobHandler {
  const [handler] = createWebhookHandlers({ webhooks: [webhook(changes)], clock: systemClock, timeoutMs });
  return handler ?? expect.fail('there is no handler');
}

const change: RecordChange = {
  pair: 'Account-customer',
  entity: 'customer',
  sageKey: '01-ABF',
  salesforceId: '001000000000001AAA',
  change: 'updated',
  at: '2026-11-22T12:00:00.000Z',
  values: { customerName: 'O’Brien & "Söhne"', creditHold: false, faxNo: null }
};

/** Publishes the change and claims the job of the lane, as a worker does. */
async function claimed(lane: string, payload: RecordChange = change): Promise<ClaimedJob> {
  const { pair, sageKey } = payload;
  await place.store.publications.publish({
    topic: topics.recordChanged,
    key: recordKey(pair, { sageKey }),
    payload
  });
  const [job] = await place.store.jobs.claim({ lane, limit: 1, worker: 'w', leaseMs: 60_000 });
  return job ?? expect.fail('nothing was enqueued');
}

/** Does a job for the webhook, however it ends, so that its key is free for the next test. */
async function tell(
  handler: JobHandler,
  payload: RecordChange = change,
  signal = new AbortController().signal
) {
  await subscribeWebhooks(place.store, [{ name: 'lake' }]);
  const job = await claimed(webhookLane({ name: 'lake' }), payload);
  try {
    await handler.run(job, { signal, store: place.store });
    return { job, code: undefined, error: undefined };
  } catch (error) {
    if (!(error instanceof LedgerBridgeError)) throw error;
    return { job, code: error.code, error };
  } finally {
    await place.store.jobs.complete(job.lease);
  }
}

const verified = ({ headers, body }: Received, secrets: readonly string[], later = 0): boolean =>
  verifySignature({
    signature: String(headers['ledger-bridge-signature']),
    body,
    secrets,
    nowUnixSeconds: Date.now() / 1_000 + later
  });

describe('a webhook', () => {
  it('when a record changed, then its receiver gets it, signed, with an id that stays', async () => {
    const handler = handlerOf();
    const { job, code } = await tell(handler);
    expect(code).toBeUndefined();
    const [message] = received;
    expect(JSON.parse(message?.body ?? '')).toEqual({
      id: `lake-${job.id}`,
      at: change.at,
      entity: 'customer',
      key: '01-ABF',
      change: 'updated',
      values: change.values
    });
    expect(message?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': `lake-${job.id}`
    });
    await handler.run(job, { signal: new AbortController().signal, store: place.store });
    expect(received[1]?.headers['idempotency-key']).toBe(`lake-${job.id}`);
  });

  it('when the receiver checks the signature, then it takes this message alone, and only for some minutes', async () => {
    await tell(handlerOf({ secrets: [secret, former] }));
    const [message] = received;
    if (message === undefined) return expect.fail('nothing came');
    expect(verified(message, [secret])).toBe(true);
    expect(verified(message, [former])).toBe(true);
    expect(verified(message, ['another secret, long enough'])).toBe(false);
    expect(verified({ ...message, body: `${message.body} ` }, [secret])).toBe(false);
    expect(verified(message, [secret], 301)).toBe(false);
    expect(verified(message, [secret], -301)).toBe(false);
    const signature = String(message.headers['ledger-bridge-signature']);
    const moved = signature.replace(/t=(\d+)/, (_, seconds) => `t=${Number(seconds) + 1}`);
    expect(verified({ ...message, headers: { 'ledger-bridge-signature': moved } }, [secret])).toBe(false);
    for (const wrong of [undefined, '', 't=1', 'v1=00', `t=x,${signature.split(',')[1] ?? ''}`]) {
      const fake = { signature: wrong, body: message.body, secrets: [secret], nowUnixSeconds: 1 };
      expect(verifySignature(fake)).toBe(false);
    }
  });

  it('when the signature is made, then it is that of the documentation', () => {
    expect(signatureOf('{"id":"lake-1"}', ['0123456789abcdef0123456789abcdef'], 1_795_000_000)).toBe(
      't=1795000000,v1=862d500f6cca0a0f1426613b35d409b0f13b5bd23f6c5939fdc3e1bfdcd5f9e8'
    );
  });

  it.each([
    [408, 'LB789'],
    [425, 'LB789'],
    [429, 'LB789'],
    [500, 'LB789'],
    [503, 'LB789'],
    [307, 'LB789'],
    [400, 'LB795'],
    [401, 'LB795'],
    [404, 'LB795'],
    [410, 'LB795']
  ])('when the receiver answers %i, then %s, and it was asked once', async (status, code) => {
    answer = { status, headers: { location: url } };
    expect((await tell(handlerOf())).code).toBe(code);
    expect(received).toHaveLength(1);
  });

  it('when the receiver asks to wait, then the job waits so long, an hour at most', async () => {
    answer = { status: 429, headers: { 'retry-after': '120' } };
    expect((await tell(handlerOf())).error?.retryAfterMs).toBe(120_000);
    answer = { status: 503, headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() } };
    const wait = (await tell(handlerOf())).error?.retryAfterMs ?? 0;
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
    answer = { status: 503, headers: { 'retry-after': '999999' } };
    expect((await tell(handlerOf())).error?.retryAfterMs).toBe(3_600_000);
  });

  it('when the receiver is silent or away, then LB789', async () => {
    answer = 'hang';
    expect((await tell(handlerOf({}, 200))).code).toBe('LB789');
    expect((await tell(handlerOf({ url: 'http://127.0.0.1:1/' }))).code).toBe('LB789');
  });

  it('when its entities are chosen, then it hears of no others', async () => {
    const handler = handlerOf({ entities: ['item'] });
    await tell(handler);
    expect(received).toEqual([]);
    await tell(handler, { ...change, entity: 'item', sageKey: 'A' });
    expect(received).toHaveLength(1);
  });
});

describe('private addresses', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://2130706433:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/'
  ])('when a webhook stands at %s and that is not allowed, then nothing is sent', async (address) => {
    const own = address.replace('PORT', new URL(url).port);
    const { code, error } = await tell(handlerOf({ url: own, allowPrivateAddresses: false }));
    expect(code).toBe('LB789');
    expect(error?.message).toMatch(/private network/);
    expect(received).toEqual([]);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255'
  ])('when it is %s, then it is not public, also inside IPv6', (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
  });

  it.each([
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    '64:ff9b::a00:1',
    '::ffff:7f00:1',
    '2002:7f00:1::',
    'nonsense'
  ])('when it is %s, then it is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
    'when it is %s, then it is public',
    (address) => expect(isPublicAddress(address)).toBe(true)
  );
});

describe('subscriptions', () => {
  it('when webhooks are configured, then each has a lane of its own, and those that went away hear no more', async () => {
    const { publications } = place.store;
    const lanesOf = async () =>
      (await publications.subscriptions(topics.recordChanged)).map(({ lane }) => lane);
    await publications.subscribe({ topic: topics.recordChanged, subscriber: 'other', lane: 'other' });
    await subscribeWebhooks(place.store, [{ name: 'lake' }, { name: 'warehouse' }]);
    expect(await lanesOf()).toEqual(['other', `${lanes.webhook}:lake`, `${lanes.webhook}:warehouse`]);
    await subscribeWebhooks(place.store, [{ name: 'warehouse' }]);
    expect(await lanesOf()).toEqual(['other', `${lanes.webhook}:warehouse`]);
  });

  it('when one receiver is down, then the others hear of the change all the same', async () => {
    await subscribeWebhooks(place.store, [{ name: 'lake' }, { name: 'warehouse' }]);
    const job = await claimed('webhook:warehouse', { ...change, sageKey: '01-OTHER' });
    await place.store.jobs.fail(job.lease, { kind: 'permanent', code: 'LB795', message: 'no' });
    const others = await place.store.jobs.claim({
      lane: 'webhook:lake',
      limit: 10,
      worker: 'w',
      leaseMs: 1_000
    });
    expect(others.map(({ key }) => key)).toContain('Account-customer:01-OTHER');
  });
});
