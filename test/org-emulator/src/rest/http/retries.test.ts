import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RunningOrg } from '../../index.ts';
import { admin, connect, control, startTestOrg } from '../../testing/test-org.ts';

const path = '/services/data/v66.0/sobjects';

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

type Refusal = readonly [status: number, errorCode: string, retryAfterSeconds: number | undefined];
const refusals: readonly Refusal[] = [
  [429, 'REQUEST_LIMIT_EXCEEDED', undefined],
  [429, 'REQUEST_LIMIT_EXCEEDED', 30],
  [503, 'SERVER_UNAVAILABLE', undefined],
  [503, 'SERVER_UNAVAILABLE', 30]
];

/** Orders the refusal for the next request of `sobjects`. */
function order(method: 'GET' | 'POST', [status, errorCode, retryAfterSeconds]: Refusal) {
  const effect = { kind: 'status', status, errorCode, message: 'later', retryAfterSeconds };
  return control(org, 'POST', '/faults', { point: 'rest', match: `^${method} ${path}`, times: 1, effect });
}

it.each(refusals)(
  'when a read is refused once with %i %s and Retry-After %s, then jsforce asks again after its own half second',
  async (...refusal) => {
    await order('GET', refusal);
    const startedAt = performance.now();
    await expect(connection.requestGet(path)).resolves.toMatchObject({ maxBatchSize: 200 });
    // It does not read Retry-After: thirty seconds would be more than this test may take.
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(490);
    const requests = await control(org, 'GET', '/requests');
    expect(requests).toMatchObject([{ status: refusal[0] }, { status: 200 }]);
  }
);

it.each(refusals)(
  'when a creation is refused with %i %s and Retry-After %s, then jsforce tells it at once and asks once',
  async (...refusal) => {
    await order('POST', refusal);
    const create = connection.sobject('Account').create({ Name: 'ABF' });
    await expect(create).rejects.toMatchObject({ errorCode: refusal[1], message: 'later' });
    expect(await control(org, 'GET', '/requests')).toMatchObject([{ status: refusal[0] }]);
    expect(await connection.sobject('Account').count()).toBe(0);
  }
);

it.each(refusals)(
  'when a plain client is refused with %i %s and Retry-After %s, then it sees status, header and error list',
  async (...refusal) => {
    const [status, errorCode, retryAfter] = refusal;
    await order('GET', refusal);
    const headers = { authorization: `Bearer ${connection.accessToken ?? ''}` };
    const response = await fetch(`${org.url}${path}`, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(retryAfter === undefined ? null : String(retryAfter));
    expect(await response.json()).toEqual([{ errorCode, message: 'later' }]);
  }
);
