import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { Registry } from 'prom-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSalesforceMetrics } from '../../telemetry/salesforce-metrics.ts';
import type { SalesforceOptions } from '../connect-salesforce.ts';
import type { Salesforce } from '../port/salesforce.ts';
import { codesOf, connectTo, failureOf, idOf, until } from '../test-support/connected.ts';
import { control, requestsOf, startLocalOrg } from '../test-support/local-org.ts';

const key = 'Sage_Customer_No__c';
const read = 'SELECT Id FROM Account';
const logins = 'POST /services/oauth2/token';
const reads = '^GET .*/query';

let org: RunningOrg;
const opened: Salesforce[] = [];

function connected(changes: Partial<SalesforceOptions> = {}): Salesforce {
  const salesforce = connectTo(org, changes);
  opened.push(salesforce);
  return salesforce;
}

/** What goes wrong from now on: once, unless told otherwise. */
async function fault(effect: object, more: object = {}): Promise<void> {
  await control(org, 'POST', '/faults', { point: 'rest', times: 1, effect, ...more });
}

const answer = (status: number, errorCode: string, retryAfterSeconds?: number) => ({
  kind: 'status',
  status,
  errorCode,
  message: 'Not now.',
  retryAfterSeconds
});

beforeAll(async () => {
  org = await startLocalOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
  await control(org, 'POST', '/reset');
  await control(org, 'DELETE', '/faults');
  await control(org, 'DELETE', '/requests');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

describe('a session with Salesforce that ends', () => {
  it('when 50 requests at once meet an expired token, then one login lets all succeed', async () => {
    const salesforce = connected({ maxParallel: 25 });
    await salesforce.records.all(read);
    await control(org, 'DELETE', '/requests');
    await fault({ kind: 'expired-session' });
    await Promise.all(Array.from({ length: 50 }, () => salesforce.records.all(read)));
    expect(await requestsOf(org, logins)).toHaveLength(1);
    expect(salesforce.state()).toMatchObject({ reachable: true, instanceUrl: org.url });
  });

  it('when it ends between two requests of a list, then each record is written once', async () => {
    const salesforce = connected();
    await fault({ kind: 'expired-session' }, { match: 'composite', after: 1 });
    const records = Array.from({ length: 250 }, (_, index) => ({ [key]: `S${index}`, Name: `${index}` }));
    const outcomes = await salesforce.records.upsert('Account', key, records);
    expect(outcomes.every((each) => each.ok && each.created)).toBe(true);
    expect(await requestsOf(org, logins)).toHaveLength(2);
  });

  it('when every session is ended as soon as it is used, then it is told, and logins are not asked for in a loop', async () => {
    const salesforce = connected();
    await fault({ kind: 'expired-session' }, { times: 1_000 });
    const failures = await Promise.all(
      Array.from({ length: 20 }, () => failureOf(salesforce.records.all(read)))
    );
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['LB703']));
    expect((await requestsOf(org, logins)).length).toBeLessThanOrEqual(2);
    expect(salesforce.state().reachable).toBe(false);
  });
});

describe('limits of Salesforce', () => {
  it('when it asks to wait, then nothing is sent until one request has found that it is over', async () => {
    const registry = new Registry();
    const salesforce = connected({ observer: createSalesforceMetrics(registry) });
    await salesforce.records.all(read);
    await control(org, 'DELETE', '/requests');
    await fault(answer(429, 'REQUEST_LIMIT_EXCEEDED', 1));
    const first = await failureOf(salesforce.records.all(read));
    expect(first).toMatchObject({ code: 'LB704', retryAfterMs: 1_000 });
    const heldUntil = Date.parse(salesforce.state().heldUntil ?? '');
    expect(heldUntil - Date.now()).toBeGreaterThan(500);
    expect(await failureOf(salesforce.records.all(read))).toMatchObject({ code: 'LB704' });
    expect(await failureOf(salesforce.records.all(read))).toMatchObject({ code: 'LB704' });
    await salesforce.probe();
    expect(await requestsOf(org, '^GET')).toHaveLength(1);
    await until(() => salesforce.state().heldUntil === undefined);
    expect(Date.now()).toBeGreaterThanOrEqual(heldUntil);
    expect(await requestsOf(org, '^GET .*/limits')).toHaveLength(1);
    await salesforce.records.all(read);
    const metrics = await registry.metrics();
    expect(metrics).toContain('salesforce_request_duration_seconds_count{kind="query",outcome="LB704"} 3');
    expect(metrics).toContain('salesforce_request_duration_seconds_count{kind="query",outcome="answered"} 2');
    expect(metrics).toMatch(/salesforce_api_requests\{kind="left"\} 149\d\d/);
    expect(Number(/^salesforce_held_seconds_total (\S+)/m.exec(metrics)?.[1])).toBeGreaterThan(0.9);
  });

  it.each([429, 403])(
    'when it refuses with %d and names no time, then the pause is the service’s own',
    async (status) => {
      const salesforce = connected({ maxParallel: 20 });
      await fault(answer(status, 'REQUEST_LIMIT_EXCEEDED'), { times: 20 });
      const together = Array.from({ length: 20 }, () => failureOf(salesforce.records.all(read)));
      expect(new Set((await Promise.all(together)).map(({ code }) => code))).toEqual(new Set(['LB704']));
      const refused = await failureOf(salesforce.records.all(read));
      expect(refused.code).toBe('LB704');
      expect(refused.retryAfterMs).toBeLessThanOrEqual(1_000);
      expect((await requestsOf(org, reads)).length).toBeLessThanOrEqual(20);
      expect(salesforce.state().reachable).toBe(true);
    }
  );

  it('when what is left is kept for people, then the service waits until it frees up', async () => {
    const salesforce = connected({ limitRecheckMs: 40 });
    const changes: (string | undefined)[] = [];
    salesforce.onChange(({ heldUntil }) => changes.push(heldUntil));
    await control(org, 'PATCH', '/settings', { dailyApiRequests: 20 });
    const codes: string[] = [];
    for (let times = 0; times < 25 && codes.length === 0; times += 1) {
      await salesforce.records.all(read).catch((error: unknown) => codes.push(String(error)));
    }
    expect(await failureOf(salesforce.records.all(read))).toMatchObject({
      code: 'LB716',
      message: '18 of 20 API requests are used, and 10 % are kept for people.'
    });
    expect(await requestsOf(org, reads)).toHaveLength(18);
    expect(salesforce.state()).toMatchObject({
      reachable: true,
      requests: { used: 18, limit: 20 },
      lastFailure: { code: 'LB716' }
    });
    await control(org, 'PATCH', '/settings', { dailyApiRequests: 100 });
    await until(() => salesforce.state().heldUntil === undefined);
    await salesforce.records.all(read);
    expect(changes.at(0)).toBeDefined();
    expect(changes.at(-1)).toBeUndefined();
  });

  it('when no more are under way than allowed, then the others wait their turn', async () => {
    const salesforce = connected({ maxParallel: 2 });
    await control(org, 'PATCH', '/settings', { concurrentRequests: 2, longRunningMs: 0 });
    const all = await Promise.all(Array.from({ length: 10 }, () => salesforce.records.all(read)));
    expect(all).toHaveLength(10);
  });
});

describe('trouble on the way to Salesforce', () => {
  it('when it is down, then it counts as away until a request succeeds', async () => {
    const salesforce = connected();
    const changes: boolean[] = [];
    salesforce.onChange(({ reachable }) => changes.push(reachable));
    await fault(answer(503, 'SERVER_UNAVAILABLE', 5));
    const failure = await failureOf(salesforce.records.all(read));
    expect(failure).toMatchObject({ code: 'LB701', retryAfterMs: 5_000 });
    expect(await requestsOf(org, reads)).toHaveLength(1);
    expect(salesforce.state()).toMatchObject({ reachable: false, lastFailure: failure });
    expect(await salesforce.probe()).toMatchObject({ reachable: true, requests: { limit: 15_000 } });
    expect(changes).toEqual([false, true]);
  });

  it.each(['before-commit', 'after-commit'])(
    'when the connection is cut %s, then an upsert is sent again and the record is there once',
    async (when) => {
      const salesforce = connected();
      await fault({ kind: 'cut', when }, { match: 'composite' });
      const [outcome] = await salesforce.records.upsert('Account', key, [{ [key]: '01', Name: 'once' }]);
      expect(outcome?.ok).toBe(true);
      expect(await salesforce.records.all(read)).toHaveLength(1);
      expect(await requestsOf(org, 'composite')).toHaveLength(2);
    }
  );

  it('when the connection is cut after events were sent, then it is told that their fate is not known', async () => {
    const salesforce = connected();
    await fault({ kind: 'cut', when: 'after-commit' }, { match: 'composite' });
    const published = salesforce.records.publish('Stock_Alert__e', [{ Item__c: 'D1700' }]);
    expect(await failureOf(published)).toMatchObject({ code: 'LB709' });
    expect(await requestsOf(org, 'composite')).toHaveLength(1);
  });

  it('when the second of three lists breaks off, then each record is told what is known of it', async () => {
    const salesforce = connected();
    await fault({ kind: 'cut', when: 'before-commit' }, { match: 'composite', after: 1 });
    const events = Array.from({ length: 450 }, (_, index) => ({ Item__c: `${index}` }));
    const outcomes = await salesforce.records.publish('Stock_Alert__e', events);
    const codes = codesOf(outcomes);
    expect(outcomes.slice(0, 200).every(({ ok }) => ok)).toBe(true);
    expect(new Set(codes.slice(200, 400))).toEqual(new Set(['LB709']));
    expect(new Set(codes.slice(400))).toEqual(new Set(['LB701']));
    expect(await requestsOf(org, 'composite')).toHaveLength(2);
  });

  it('when a row is locked, then it is transient, also where only the words of a flow tell it', async () => {
    const salesforce = connected();
    const upsert = () => salesforce.records.upsert('Account', key, [{ [key]: '01', Name: 'x' }]);
    const message = 'unable to obtain exclusive access to this record';
    await fault({ kind: 'row-error', errorCode: 'UNABLE_TO_LOCK_ROW', message });
    expect(await failureOf(upsert())).toMatchObject({ code: 'LB707' });
    await fault({
      kind: 'row-error',
      errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
      message: 'UNABLE_TO_LOCK_ROW'
    });
    expect(await failureOf(upsert())).toMatchObject({ code: 'LB707' });
    expect(salesforce.state().reachable).toBe(true);
  });

  it('when the storage is full, then the record waits for it', async () => {
    const salesforce = connected();
    await control(org, 'PATCH', '/settings', { dataStorageMb: 0 });
    const outcomes = await salesforce.records.upsert('Account', key, [{ [key]: '01', Name: 'x' }]);
    expect(codesOf(outcomes)).toEqual(['LB713']);
  });

  it('when the service stops, then requests under way end and no other is sent', async () => {
    const salesforce = connected({ maxParallel: 1 });
    await salesforce.records.all(read);
    await fault({ kind: 'latency', milliseconds: 100 });
    const running = salesforce.records.upsert('Account', key, [{ [key]: '01', Name: 'x' }]);
    await until(async () => JSON.stringify(await control(org, 'GET', '/faults')).includes('"struck":1'));
    const waiting = failureOf(salesforce.records.all(read));
    await salesforce.close();
    expect(idOf((await running)[0])).toMatch(/^001/);
    expect(await waiting).toMatchObject({ code: 'LB701' });
    expect(await failureOf(salesforce.records.all(read))).toMatchObject({ code: 'LB701' });
  });
});
