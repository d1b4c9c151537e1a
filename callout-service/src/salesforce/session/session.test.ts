import { generateKeyPairSync } from 'node:crypto';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { configurationOf, control, requestsOf, startLocalOrg } from '../test-support/local-org.ts';
import { audienceOf } from './assertion.ts';
import { createSession, type SessionOptions } from './session.ts';

const logins = 'POST /services/oauth2/token';

describe('the session with Salesforce', () => {
  let org: RunningOrg;
  const sessionOf = (changes: Partial<SessionOptions> = {}) =>
    createSession({ ...configurationOf(org), ...changes });

  beforeAll(async () => {
    org = await startLocalOrg();
  });
  afterAll(() => org.close());
  beforeEach(async () => {
    await control(org, 'DELETE', '/faults');
    await control(org, 'DELETE', '/requests');
  });

  it('when many need a session at once, then one login gives it to all', async () => {
    const session = sessionOf();
    const tickets = await Promise.all(Array.from({ length: 50 }, () => session.ticket()));
    expect(new Set(tickets).size).toBe(1);
    expect(tickets[0]?.instanceUrl).toBe(org.url);
    expect(tickets[0]?.organizationId).toMatch(/^00D\w{15}$/);
    expect(await requestsOf(org, logins)).toHaveLength(1);
  });

  it('when many tell of one refused ticket, then one login gives the next', async () => {
    const session = sessionOf();
    const first = await session.ticket();
    session.accepted(first);
    for (let times = 0; times < 50; times += 1) session.refused(first);
    const second = await session.ticket();
    session.refused(first); // It comes late, and says nothing of the second.
    expect(await session.ticket()).toBe(second);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(await requestsOf(org, logins)).toHaveLength(2);
  });

  it('when the login is refused, then all are told so, and Salesforce is asked once until a pause is over', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const session = sessionOf({
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    });
    const failures = await Promise.all(Array.from({ length: 50 }, () => failureOf(session.ticket())));
    const later = await failureOf(session.ticket());
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['LB702']));
    expect(later.code).toBe('LB702');
    expect(later.message).toContain('invalid_grant');
    expect(later.retryAfterMs).toBeGreaterThan(300);
    expect(await requestsOf(org, logins)).toHaveLength(1);
  });

  it('when a ticket is refused that was never taken, then no login follows at once', async () => {
    const session = sessionOf();
    session.refused(await session.ticket());
    expect(await failureOf(session.ticket())).toMatchObject({ code: 'LB703' });
    expect(await requestsOf(org, logins)).toHaveLength(1);
  });

  it.each([
    [503, 'LB701'],
    [429, 'LB704']
  ])('when the login is answered with %d, then it is %s', async (status, code) => {
    await control(org, 'POST', '/faults', {
      point: 'login',
      times: 1,
      effect: { kind: 'status', status, errorCode: 'server_error', message: 'busy', retryAfterSeconds: 7 }
    });
    expect(await failureOf(sessionOf().ticket())).toMatchObject({ code, retryAfterMs: 7_000 });
  });

  it('when the connection is cut, then the next who asks logs in', async () => {
    await control(org, 'POST', '/faults', {
      point: 'login',
      times: 1,
      effect: { kind: 'cut', when: 'after-commit' }
    });
    const session = sessionOf();
    expect(await failureOf(session.ticket())).toMatchObject({ code: 'LB701' });
    expect((await session.ticket()).accessToken).not.toBe('');
  });
});

describe('the audience of a login', () => {
  it.each([
    ['https://login.salesforce.com', 'https://login.salesforce.com'],
    ['https://acme.my.salesforce.com', 'https://login.salesforce.com'],
    ['https://acme-dev-ed.develop.my.salesforce.com/', 'https://login.salesforce.com'],
    ['https://test.salesforce.com', 'https://test.salesforce.com'],
    ['https://acme--uat.sandbox.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://acme--uat.cs42.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://joy-123.scratch.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://partners.acme.example/', 'https://partners.acme.example'],
    ['https://evilsalesforce.com', 'https://evilsalesforce.com']
  ])('when the login goes to %s, then it is %s', (loginUrl, audience) => {
    expect(audienceOf(loginUrl)).toBe(audience);
  });
});

async function failureOf(promise: Promise<unknown>): Promise<LedgerBridgeError> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown
  );
  if (error instanceof LedgerBridgeError) return error;
  throw new Error('It did not fail as the service fails', { cause: error });
}
