import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFakeSage } from '../../test-support/fake-sage.ts';
import { createGate } from '../../test-support/gate.ts';
import { parseObject } from '../../test-support/json.ts';
import { problemOf, startTestService, type TestService } from '../../test-support/test-service.ts';
import { customerSummarySchema } from '../canonical/customer-summary.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { serviceStatusSchema } from '../inquiry/status/service-status.ts';
import { systemClock } from '../telemetry/clock.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { createApp } from './app.ts';
import { buildDocument } from './openapi/document.ts';
import { expressPath } from './operation-route.ts';
import { operationDefinitions } from './operations/definitions/index.ts';
import { outsidePaths } from './outside-routes.ts';

const sage = createFakeSage();
const summary = '/v1/customers/01-ABF/summary';
let service: TestService;

beforeAll(async () => {
  service = await startTestService({ sage });
});
afterAll(() => service.stop());
afterEach(() => {
  sage.failure = undefined;
  sage.gate = undefined;
});

/** A request that fetch refuses to send, such as GET with a body. */
async function raw(path: string, headers: Record<string, string>, body: Buffer, method = 'GET') {
  const request = httpRequest(service.url + path, {
    method,
    headers: { Authorization: `Bearer ${service.signer.sign()}`, ...headers }
  });
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: string }>();
  request.on('response', (response) => {
    text(response).then((answered) => resolve({ status: response.statusCode, body: answered }), reject);
  });
  request.on('error', reject);
  request.end(body);
  return promise;
}

/** What express itself has mounted, by method and path; `all` refuses other methods and is left out. */
function mountedRoutes(): string[] {
  const noAnswer = () => Promise.resolve({});
  const app = createApp({
    http: { bodyLimitBytes: 1, rateLimitPerMinute: 1, requestTimeoutMs: 1 },
    jwt: { audience: '', issuers: [], keys: [], maxLifetimeSeconds: 1, clockToleranceSeconds: 1 },
    operations: operationDefinitions.map((definition) => ({ definition, answer: noAnswer })),
    readiness: () =>
      Promise.resolve({ ready: true, sage: 'unknown', store: 'reachable', lastGoodAnswers: 0 }),
    lastAnswersCount: () => 0,
    clock: systemClock,
    logger: createLogger({ level: 'silent', secrets: [] }),
    metrics: createMetrics()
  });
  return app.router.stack.flatMap(({ route }) => {
    const methods = new Set(route?.stack.map(({ method }) => method));
    // The refusal of other methods takes every method there is.
    return route === undefined || methods.size > 5
      ? []
      : [...methods].map((method) => `${method} ${route.path}`);
  });
}

describe('an operation', () => {
  it('when a flow asks, then text comes back that holds the JSON', async () => {
    const response = await service.ask(summary);
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    const answer = customerSummarySchema.parse(JSON.parse(await response.text()));
    expect(answer).toMatchObject({ customerNo: '01-ABF', source: 'live', amountDue: '5732.36' });
    expect(answer.credit.left).toBe('95123.24');
  });

  it('when JSON is asked for, then JSON comes back, and the answer varies by Accept', async () => {
    const response = await service.ask(summary, { headers: { Accept: 'application/json' } });
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('Vary')).toContain('Accept');
    expect(await response.json()).toMatchObject({ customerNo: '01-ABF' });
  });

  it('when it fails, then the problem is text too, or JSON for who asks for JSON', async () => {
    const asText = await service.ask('/v1/customers/01-GHOST/summary');
    expect([asText.status, asText.headers.get('Content-Type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(await problemOf(asText)).toMatchObject({
      code: 'LB401',
      instance: '/v1/customers/01-GHOST/summary'
    });
    const asJson = await service.ask('/v1/customers/01-GHOST/summary', {
      headers: { Accept: 'application/json' }
    });
    expect(asJson.headers.get('Content-Type')).toContain('application/problem+json');
  });

  it.each([
    ['ABF', 'has no division'],
    ["01-O'BRIEN", 'has a quote'],
    ["01-X' OR '1'='1", 'carries SQL'],
    ['01-%00ABF', 'has a control character'],
    ['1-ABF', 'has a short division'],
    ['01-ABCDEFGHIJKLMNOPQRSTU', 'is too long']
  ])('when the customer number is %s, which %s, then it is refused before Sage is asked', async (number) => {
    const before = sage.reads.length;
    const path = `/v1/customers/${number.includes('%') ? number : encodeURIComponent(number)}/summary`;
    const response = await service.ask(path);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ code: 'LB101', retryable: false });
    expect(sage.reads.length).toBe(before);
  });

  it('when the customer number is in lower case, then it is raised', async () => {
    const response = await service.ask('/v1/customers/01-abf/summary');
    expect(await response.json()).toMatchObject({ customerNo: '01-ABF' });
  });

  it('when the customer number has leading zeros, then they stay', async () => {
    const response = await service.ask('/v1/customers/01-000123/summary');
    expect(await response.json()).toMatchObject({ customerNo: '01-000123' });
    expect(sage.reads.at(-1)).toBe('01-000123');
  });

  it('when Sage fails in a way nobody foresaw, then LB901 comes without its words', async () => {
    sage.failure = new Error('PWD=hunter2 at /srv/secret.ts');
    const response = await service.ask('/v1/customers/02-ORANGE/summary');
    const body = await response.text();
    expect([response.status, parseObject(body).code]).toEqual([500, 'LB901']);
    expect(body).not.toMatch(/hunter2|secret\.ts/);
    expect(JSON.stringify(service.log)).not.toContain('hunter2');
  });

  it('when 200 people ask at once, then all are answered', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => service.ask(summary)));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 200 }, () => 200));
  });
});

describe('who calls', () => {
  it.each([
    ['is missing', '', 'LB201'],
    ['is not a bearer token', 'Basic dXNlcjpwYXNz', 'LB201'],
    ['is garbage', 'Bearer garbage', 'LB202']
  ])('when the token %s, then 401 with a challenge', async (_what, Authorization, code) => {
    const response = await service.ask(summary, { headers: { Authorization } });
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer realm="ledger-bridge"/);
    expect(await problemOf(response)).toMatchObject({ code });
  });

  it.each([
    ['reader', summary, 200],
    ['reader', '/v1/status', 403],
    ['writer', summary, 403],
    ['writer', '/v1/status', 403],
    ['admin', summary, 200],
    ['admin', '/v1/status', 200]
  ])('when a %s asks for %s, then %i', async (role, path, status) => {
    const headers = { Authorization: `Bearer ${service.signer.sign({ role })}` };
    const response = await service.ask(path, { headers });
    expect(response.status).toBe(status);
    if (status === 403) expect(await problemOf(response)).toMatchObject({ code: 'LB206' });
  });
});

describe('any request', () => {
  it('when it brings a well-formed request id, then the same comes back, in the problem too', async () => {
    const headers = { 'X-Request-Id': 'page-load-0001' };
    const response = await service.ask('/v1/customers/ABF/summary', { headers });
    expect(response.headers.get('X-Request-Id')).toBe('page-load-0001');
    expect((await problemOf(response)).requestId).toBe('page-load-0001');
    expect(service.log).toContainEqual(
      expect.objectContaining({ requestId: 'page-load-0001', code: 'LB101' })
    );
  });

  it.each(['short', 'has blanks in it', 'x'.repeat(65), '<script>alert(1)</script>'])(
    'when it brings the request id %s, then it gets another',
    async (offered) => {
      const response = await service.ask(summary, { headers: { 'X-Request-Id': offered } });
      expect(response.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  );

  it('when it is answered, then the answer is not stored and does not say what serves it', async () => {
    for (const path of [summary, '/healthz', '/nowhere']) {
      const { headers } = await service.ask(path);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('X-Powered-By')).toBeNull();
    }
  });

  it('when no route has its path, then LB102', async () => {
    for (const path of ['/', '/v1', '/v1/customers', '/V1/status', '/v1/status/', '/v1/customers/01-ABF']) {
      const response = await service.ask(path);
      expect([path, response.status, (await problemOf(response)).code]).toEqual([path, 404, 'LB102']);
      expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    }
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'when the route does not take %s, then LB106 and what it takes',
    async (method) => {
      for (const path of [summary, '/v1/status', '/healthz']) {
        const response = await service.ask(path, { method });
        expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
        expect(await problemOf(response)).toMatchObject({ code: 'LB106' });
      }
    }
  );

  it('when its address holds a broken escape, then LB104', async () => {
    const response = await service.ask('/v1/customers/%E0%A4%A/summary');
    expect([response.status, (await problemOf(response)).code]).toEqual([400, 'LB104']);
  });

  it('when its body is announced as too large, then LB103', async () => {
    const response = await service.ask(summary, { method: 'POST', body: 'x'.repeat(20_000) });
    expect([response.status, (await problemOf(response)).code]).toEqual([413, 'LB103']);
  });

  it('when its body turns out too large without being announced, then LB103', async () => {
    for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
      const headers = { 'Transfer-Encoding': 'chunked', 'Content-Type': type };
      const { status, body } = await raw(summary, headers, Buffer.alloc(20_000, '1'));
      expect([type, status, parseObject(body).code]).toEqual([type, 413, 'LB103']);
    }
  });

  it('when its body is not the JSON that it says, then LB104', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': '5' };
    const { status, body } = await raw(summary, headers, Buffer.from('{"a":'));
    expect([status, parseObject(body).code]).toEqual([400, 'LB104']);
  });
});

describe('the routes outside the API', () => {
  it('when health is asked for, then it answers without a token and without Sage', async () => {
    sage.gate = createGate().passed;
    const response = await fetch(`${service.url}/healthz`);
    expect(await response.json()).toEqual({ status: 'alive' });
  });

  it('when readiness is asked for, then it tells of Sage and the last answers', async () => {
    const response = await fetch(`${service.url}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ready: true, sage: 'reachable' });
  });

  it('when metrics are asked for, then requests are counted by operation, and no path is a label', async () => {
    await service.ask(summary);
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toMatch(
      /http_request_duration_seconds_count\{operation="getCustomerSummary",status="200"\} \d+/
    );
    expect(metrics).toContain('process_cpu_seconds_total');
    expect(metrics).toContain('last_good_answers');
    expect(metrics).not.toContain('01-ABF');
  });

  it.each(['reader', 'admin'] as const)(
    'when the document of the %s is asked for, then it comes',
    async (role) => {
      const response = await fetch(`${service.url}/openapi/${role}.json`);
      expect(await response.json()).toEqual(buildDocument(role));
    }
  );

  it('when the routes are listed, then they are the operations of the documents and the routes outside', () => {
    const documented = (['reader', 'writer', 'admin'] as const).flatMap((role) =>
      Object.entries(buildDocument(role).paths).flatMap(([path, item]) =>
        Object.keys(item).map((method) => `${method} ${expressPath(path)}`)
      )
    );
    const outside = outsidePaths.map((path) => `get ${path}`);
    expect(mountedRoutes().toSorted()).toEqual([...documented, ...outside].toSorted());
  });
});

describe('the status', () => {
  it('when an admin asks, then each prerequisite comes with its state', async () => {
    const headers = { Authorization: `Bearer ${service.signer.sign({ role: 'admin' })}` };
    const status = serviceStatusSchema.parse(await (await service.ask('/v1/status', { headers })).json());
    expect(status.state).toBe('ok');
    expect(status.prerequisites.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['sage', 'company', 'signingKeys', 'clock', 'store'])
    );
    expect(status.prerequisites).toContainEqual({
      name: 'driver',
      state: 'ok',
      finding: 'The driver is that of ProvideX, 64 bits; numbers come as doubles, exact to 15 digits.'
    });
    expect(JSON.stringify(status)).not.toContain('secret-of-the-test');
  });
});

describe('the log', () => {
  it('when the last good answer stands in for Sage, then it says why in the words of the driver', async () => {
    await service.ask(summary);
    const cause = new Error('connect 08001: the listener is away');
    sage.failure = new LedgerBridgeError('LB301', { detail: 'Sage is away.', cause });
    expect(await (await service.ask(summary)).text()).toContain('"source":"cache"');
    const line = service.log.find(({ level, code }) => level === 40 && code === 'LB301');
    expect(line?.err).toMatchObject({ message: 'connect 08001: the listener is away' });
  });

  it('when a record cannot be used, then the problem names it, and the log only its table and column', async () => {
    const subject = 'AR_Customer 01-SECRET';
    sage.failure = new LedgerBridgeError('LB308', {
      detail: 'AR_Customer.TermsCode cannot be used.',
      subject
    });
    const { requestId, detail } = await problemOf(await service.ask('/v1/customers/01-SECRET/summary'));
    expect(detail).toBe('AR_Customer.TermsCode cannot be used. The record is AR_Customer 01-SECRET.');
    const lines = service.log.filter((line) => line.requestId === requestId);
    expect(lines).toMatchObject([
      { code: 'LB308', err: { message: 'AR_Customer.TermsCode cannot be used.' } }
    ]);
    expect(JSON.stringify(service.log)).not.toContain('01-SECRET');
  });

  it('when requests were served, then it holds neither tokens nor names nor numbers of customers', async () => {
    await service.ask(summary);
    const lines = JSON.stringify(service.log);
    expect(service.log).toContainEqual(
      expect.objectContaining({ operation: 'getCustomerSummary', status: 200, role: 'reader' })
    );
    expect(lines).not.toMatch(/eyJ|Bearer [^(]|American Business Futures|01-ABF/);
  });
});
