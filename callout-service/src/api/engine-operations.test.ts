import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf, startTestService, type TestService } from '../../test-support/test-service.ts';
import { openStore } from '../store/open-store.ts';
import type { NewChange } from '../store/port/changes.ts';
import type { Store } from '../store/port/store.ts';
import { changesAnswerSchema } from '../sync/change-feed/list-changes.ts';

let directory: string;
let service: TestService;
let store: Store;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-engine-'));
  service = await startTestService({ storeDirectory: directory });
  const file = join(directory, 'store-ABC.sqlite');
  store = await openStore({
    database: { engine: 'sqlite', file, use: 'shared', clock: () => Date.now(), busyTimeoutMs: 5_000 },
    companyCode: 'ABC',
    retryPolicyOf: () => ({ maxAttempts: 1, backoffBaseMs: 1, backoffCeilingMs: 1 })
  });
}, 30_000);
afterAll(async () => {
  await store.close();
  await service.stop();
  await rm(directory, { recursive: true });
});

function ask(
  path: string,
  { body, role = 'admin' }: { body?: object; role?: string } = {}
): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${service.signer.sign({ role, sub: 'salesforce-admin' })}`,
    'Content-Type': 'application/json'
  };
  return service.ask(path, {
    headers,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) })
  });
}

const change = (number: number, text = ''): NewChange => ({
  entity: number % 2 === 0 ? 'item' : 'customer',
  sageKey: `K${number}`,
  change: 'created',
  at: '2026-11-22T12:00:00.000Z',
  values: { text }
});

async function read(query: string) {
  const response = await ask(`/v1/changes${query}`);
  const text = await response.text();
  expect(text.length).toBeLessThan(100_000);
  return changesAnswerSchema.parse(JSON.parse(text));
}

describe('the feed of changes over HTTP', () => {
  it('when it is read behind its own cursor, then each change comes once, however large they are', async () => {
    const wanted = Array.from({ length: 60 }, (_, number) => change(number, 'x'.repeat(5_000)));
    await store.changes.append(wanted);
    const seen: string[] = [];
    for (let query = ''; ;) {
      const page = await read(query);
      seen.push(...page.changes.map(({ sageKey }) => sageKey));
      if (!page.more) break;
      query = `?after=${page.next}`;
    }
    expect(seen).toEqual(wanted.map(({ sageKey }) => sageKey));
  });

  it('when entities are named, then only theirs come', async () => {
    const { changes } = await read('?entities=customer&limit=5');
    expect(changes.map(({ entity }) => entity)).toEqual(Array.from({ length: 5 }, () => 'customer'));
  });

  it.each(['?after=newest', '?limit=1001'])(
    'when it is asked for %s, then the fault is named',
    async (query) => {
      expect(await problemOf(await ask(`/v1/changes${query}`))).toMatchObject({ code: 'LB104' });
    }
  );
});

describe('what keeps objects in step, over HTTP', () => {
  const asked: readonly { readonly path: string; readonly body?: object }[] = [
    { path: '/v1/syncs', body: { pair: 'all' } },
    { path: '/v1/syncs' },
    { path: '/v1/syncs/1' },
    { path: '/v1/syncs/1/stop', body: {} },
    { path: '/v1/sync-estimates/Account-customer' },
    { path: '/v1/mappings' },
    { path: '/v1/mappings/Account-customer' },
    { path: '/v1/mappings/Account-customer/comparison' },
    { path: '/v1/mappings/Account-customer/preview', body: {} },
    { path: '/v1/mappings/Account-customer/versions', body: { comment: 'A word' } },
    { path: '/v1/mappings/Account-customer/roll-back', body: { toVersion: 0 } },
    { path: '/v1/pairs/Account-customer/records?sageKey=01-ABF' },
    { path: '/v1/records/history?sageKey=01-ABF&entity=customer' }
  ];

  it.each(asked)('when the service knows no Salesforce org, then $path says so', async ({ path, body }) => {
    expect(await problemOf(await ask(path, body === undefined ? {} : { body }))).toMatchObject({
      code: 'LB715'
    });
  });

  it.each(asked)('when a reader asks for $path, then it is refused', async ({ path, body }) => {
    const problem = await problemOf(await ask(path, { role: 'reader', ...(body !== undefined && { body }) }));
    expect(problem).toMatchObject({ code: 'LB206' });
  });

  it.each([
    ['/v1/syncs', { pair: 'Account' }, 'pair'],
    ['/v1/syncs', { pair: 'all', mode: 'quick' }, 'mode'],
    ['/v1/mappings/Account-customer/roll-back', { toVersion: -1 }, 'toVersion'],
    ['/v1/mappings/Account-customer/preview', { sample: 201 }, 'sample']
  ])('when %s gets %j, then the fault is named', async (path, body, field) => {
    const problem = await problemOf(await ask(path, { body }));
    expect(problem).toMatchObject({ code: 'LB104' });
    expect(problem.detail).toContain(field);
  });

  it.each([
    ['/v1/pairs/Account-customer/records', 'sageKey'],
    ['/v1/pairs/Account-customer/records?salesforceId=001', 'salesforceId'],
    ['/v1/records/history', 'salesforceId'],
    ['/v1/records/history?sageKey=01-ABF', 'entity']
  ])('when %s is asked for, then %s is at fault', async (path, field) => {
    const problem = await problemOf(await ask(path));
    expect(problem).toMatchObject({ code: 'LB104' });
    expect(problem.detail).toContain(field);
  });
});
