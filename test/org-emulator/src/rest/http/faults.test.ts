import { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { containing } from '../../testing/matchers.ts';
import { admin, connect, control, startTestOrg } from '../../testing/test-org.ts';

let org: RunningOrg;
let connection: Connection;

beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
  await control(org, 'POST', '/reset');
  connection = await connect(org, admin);
});

/** Orders a fault for the next creation of an Account. */
function order(effect: object): Promise<unknown> {
  return control(org, 'POST', '/faults', {
    point: 'rest',
    match: '^POST /services/data/v66.0/sobjects/Account$',
    times: 1,
    effect
  });
}

function create(): Promise<unknown> {
  return connection.sobject('Account').create({ Name: 'ABF' });
}

it.each([
  [403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'],
  [429, 'REQUEST_LIMIT_EXCEEDED', 'Too many requests'],
  [503, 'SERVER_UNAVAILABLE', 'The server is not available now'],
  [400, 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record or 1 records']
])('when status %i is ordered, then jsforce hears %s once, and nothing is done', async (...wanted) => {
  const [status, errorCode, message] = wanted;
  // jsforce tries 420, 429, 500, 502, 503 and 504 again by itself, as long as it may.
  connection = await connect(org, admin);
  await order({ kind: 'status', status, errorCode, message });
  const outcome = create();
  if (status < 420) {
    await expect(outcome).rejects.toMatchObject({ errorCode, message });
    expect(await connection.sobject('Account').count()).toBe(0);
  } else {
    await outcome.catch(() => undefined);
  }
  const requests = await control(org, 'GET', '/requests?match=^POST%20.*/sobjects/Account$');
  expect(requests).toMatchObject([{ status, user: admin, api: 'rest' }]);
  await create();
  expect(await connection.sobject('Account').count()).toBe(1);
});

it('when a Retry-After is ordered, then it is sent, and only then', async () => {
  const refusal = { kind: 'status', status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'later' };
  const ask = () => fetch(`${org.url}/services/data/v66.0/sobjects/Account`, { method: 'POST' });
  await order({ ...refusal, retryAfterSeconds: 7 });
  expect((await ask()).headers.get('retry-after')).toBe('7');
  await order(refusal);
  expect((await ask()).headers.get('retry-after')).toBeNull();
});

it('when the session is to expire, then it is INVALID_SESSION_ID until the client logs in again', async () => {
  await order({ kind: 'expired-session' });
  await expect(create()).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
  await expect(create()).rejects.toMatchObject({ errorCode: 'INVALID_SESSION_ID' });
  connection = await connect(org, admin);
  await expect(create()).resolves.toMatchObject({ success: true });
});

it('when the connection is cut before the commit, then nothing was done', async () => {
  await order({ kind: 'cut', when: 'before-commit' });
  await expect(create()).rejects.toThrow();
  expect(await connection.sobject('Account').count()).toBe(0);
});

it('when the connection is cut after the commit, then the work was done and no answer came', async () => {
  await order({ kind: 'cut', when: 'after-commit' });
  await expect(create()).rejects.toThrow();
  expect(await connection.sobject('Account').count()).toBe(1);
  const requests = await control(org, 'GET', '/requests?match=^POST%20.*/sobjects/Account$');
  expect(requests).toMatchObject([{ status: null }]);
});

it('when latency is ordered, then the answer takes at least so long', async () => {
  await order({ kind: 'latency', milliseconds: 120 });
  const startedAt = performance.now();
  await create();
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(119);
});

it('when a fault is to let some pass first, then it strikes after them; taken away, it strikes no more', async () => {
  const effect = { kind: 'status', status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'no' };
  const ordered = await control(org, 'POST', '/faults', {
    point: 'rest',
    match: 'sobjects',
    after: 1,
    effect
  });
  await create();
  await expect(create()).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' });
  expect(await control(org, 'GET', '/faults')).toMatchObject([{ match: 'sobjects', struck: 1 }]);
  await control(org, 'DELETE', `/faults/${(ordered as { id: string }).id}`);
  await expect(create()).resolves.toMatchObject({ success: true });
});

it('when log-in is to fail, then the refusal is in the form of OAuth', async () => {
  const effect = {
    kind: 'status',
    status: 400,
    errorCode: 'rate_limit_exceeded',
    message: 'login rate exceeded'
  };
  await control(org, 'POST', '/faults', { point: 'login', effect });
  const login = new Connection({ loginUrl: org.url }).authorize({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: 'x'
  });
  await expect(login).rejects.toMatchObject({ name: 'rate_limit_exceeded', message: 'login rate exceeded' });
});

it('when a fault cannot be read, then the control plane says what is wrong with it', async () => {
  const wrong = control(org, 'POST', '/faults', { point: 'rest', match: '(', effect: { kind: 'boom' } });
  await expect(wrong).rejects.toThrow(/400/);
  expect(await control(org, 'GET', '/faults')).toEqual([]);
  await expect(fetch(`${org.url}/faults`).then(({ status }) => status)).resolves.toBe(404);
  expect(org.controlUrl).not.toEqual(containing(org.url));
});
