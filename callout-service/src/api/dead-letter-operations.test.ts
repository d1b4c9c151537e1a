import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { problemOf, startTestService, type TestService } from '../../test-support/test-service.ts';
import { openStore } from '../store/open-store.ts';
import type { NewJob } from '../store/port/job.ts';
import type { Store } from '../store/port/store.ts';
import {
  deadLetterDecisionSchema,
  deadLetterDetailSchema,
  deadLetterPageSchema
} from '../sync/dead-letters/dead-letter-schemas.ts';

let directory: string;
let service: TestService;
let store: Store;
let lane: string;
let lanes = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-dead-'));
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
// Each test has dead letters of its own.
beforeEach(() => void (lane = `lane-${(lanes += 1)}`));

async function die(job: Partial<NewJob> = {}, code = 'LB402'): Promise<number> {
  const { id } = await store.jobs.enqueue({ lane, payload: {}, ...job });
  const [claimed] = await store.jobs.claim({
    lane: job.lane ?? lane,
    limit: 1,
    worker: 'test',
    leaseMs: 30_000
  });
  if (claimed?.id !== id) throw new Error('The test is to begin without due jobs');
  await store.jobs.fail(claimed.lease, { kind: 'permanent', code, message: `Job ${id} went wrong.` });
  return id;
}

/** So that the next test finds nothing due in the lane. */
async function finish(id: number): Promise<void> {
  await store.jobs.skip(id, { operator: 'test', reason: 'over' });
  const claim = { lane: 'sales-order-out', limit: 10, worker: 'test', leaseMs: 30_000 };
  for (const { lease } of await store.jobs.claim(claim)) await store.jobs.complete(lease);
}

function ask(path: string, body?: unknown, role = 'admin'): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${service.signer.sign({ role, sub: 'salesforce-admin' })}`,
    'Content-Type': 'application/json'
  };
  return service.ask(path, {
    headers,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) })
  });
}

async function answer<T>(schema: z.ZodType<T>, path: string, body?: unknown): Promise<T> {
  const response = await ask(path, body);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  expect(text.length).toBeLessThan(100_000);
  return schema.parse(JSON.parse(text));
}

const request = {
  object: 'Opportunity',
  recordId: '006000000000001AAA',
  orderKey: '006000000000001AAA',
  action: 'submit',
  requestedBy: null,
  requestedAt: '2026-11-22T12:00:00.000Z',
  source: 'event'
};

describe('the list of dead letters', () => {
  it('when it is read page by page, then each comes once, with what it means and how to fix it', async () => {
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push(await die());
    const found: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await answer(
        deadLetterPageSchema,
        `/v1/dead-letters?lane=${lane}&pageSize=2${cursor === undefined ? '' : `&cursor=${cursor}`}`
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      for (const item of page.items) {
        expect(item).toMatchObject({ code: 'LB402', message: `Job ${item.jobId} went wrong.`, attempts: 1 });
        expect([item.title, item.cause, item.fix]).not.toContain('');
      }
      expect(page.counts).toContainEqual({ lane, dead: 5 });
      found.push(...page.items.map(({ jobId }) => jobId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(found).toEqual(ids);
  });

  it('when it is filtered by code and key, then only those come', async () => {
    const wanted = await die({ key: 'A' }, 'LB404');
    await die({ key: 'B' }, 'LB404');
    await die({ key: 'C' });
    const { items } = await answer(deadLetterPageSchema, `/v1/dead-letters?lane=${lane}&code=LB404&key=A`);
    expect(items.map(({ jobId }) => jobId)).toEqual([wanted]);
  });

  it('when they are looked for by text and time, then items and causes are of those', async () => {
    const text = `Nobody ${lane}`;
    const wanted = await die({ payload: { name: text } }, 'LB404');
    const query = `/v1/dead-letters?lane=${lane}&text=${encodeURIComponent(text.toUpperCase())}`;
    const page = await answer(deadLetterPageSchema, `${query}&since=2020-01-01T00:00:00Z`);
    expect(page.items.map(({ jobId }) => jobId)).toEqual([wanted]);
    expect(page.causes).toMatchObject([{ code: 'LB404', dead: 1, lanes: [{ lane, dead: 1 }] }]);
    expect(page.causes[0]?.title).not.toBe('');
    const none = await answer(deadLetterPageSchema, `${query}&until=2020-01-01T00:00:00Z`);
    expect({ items: none.items, causes: none.causes }).toEqual({ items: [], causes: [] });
    const refusal = await problemOf(await ask('/v1/dead-letters?since=yesterday'));
    expect(refusal).toMatchObject({ code: 'LB104' });
  });

  it('when the cursor is of another list, then LB108; when a reader asks, then LB206', async () => {
    expect(await problemOf(await ask('/v1/dead-letters?cursor=abc'))).toMatchObject({ code: 'LB108' });
    expect(await problemOf(await ask('/v1/dead-letters', undefined, 'reader'))).toMatchObject({
      code: 'LB206'
    });
  });
});

describe('one dead letter', () => {
  it('when it is looked at, then content, history and what waits behind it are there', async () => {
    const { orderKey: key } = request;
    const id = await die({ lane: 'sales-order-out', key, payload: request });
    const behind = await store.jobs.enqueue({ lane: 'sales-order-out', key, payload: request });
    expect(await answer(deadLetterDetailSchema, `/v1/dead-letters/${id}`)).toMatchObject({
      objectName: 'Opportunity',
      recordId: request.recordId,
      payload: request,
      originalPayload: null,
      editable: true,
      heldUp: 1,
      waitingBehind: [{ jobId: behind.id }],
      errors: [{ attempt: 1, kind: 'permanent', code: 'LB402' }]
    });
    for (const over of [id, behind.id]) await finish(over);
  });

  it('when its content is as large as the store takes, then the answer still fits', async () => {
    const id = await die({ payload: { text: 'x'.repeat(900_000) } });
    expect(await answer(deadLetterDetailSchema, `/v1/dead-letters/${id}`)).toMatchObject({ payload: null });
  });

  it('when there is none, then LB610; when the number is none, then LB104', async () => {
    expect(await problemOf(await ask('/v1/dead-letters/999999'))).toMatchObject({ code: 'LB610' });
    expect(await problemOf(await ask('/v1/dead-letters/abc'))).toMatchObject({ code: 'LB104' });
  });
});

describe('a decision', () => {
  it('when it is replayed twice, even at once, then it happens once, and the audit names who', async () => {
    const id = await die();
    const path = `/v1/dead-letters/${id}/replay`;
    const decisions = await Promise.all(
      [1, 2, 3].map(() => answer(deadLetterDecisionSchema, path, { operator: 'Dana' }))
    );
    expect(decisions.map(({ outcome }) => outcome).sort()).toEqual(['not-dead', 'not-dead', 'replayed']);
    expect(await store.jobs.find(id)).toMatchObject({ state: 'ready', replays: 1, attempts: 0 });
    const { acts } = await answer(deadLetterDetailSchema, `/v1/dead-letters/${id}`);
    expect(acts).toMatchObject([{ operator: 'Dana (salesforce-admin)', action: 'replay' }]);
  });

  it('when a request that could not be read is edited, then it takes its place behind those of its order, once', async () => {
    const key = '006000000000004AAA';
    const first = await store.jobs.enqueue({ lane: 'sales-order-out', key, payload: request });
    const claim = { lane: 'sales-order-out', limit: 1, worker: 'test', leaseMs: 30_000 };
    const [active] = await store.jobs.claim(claim);
    expect(active?.id).toBe(first.id);
    const id = await die({ lane: 'sales-order-out', payload: { unreadableEvent: {} } }, 'LB758');
    const payload = JSON.stringify({ ...request, orderKey: key });
    const path = `/v1/dead-letters/${id}/replay`;
    const decisions = await Promise.all(
      [1, 2].map(() => answer(deadLetterDecisionSchema, path, { payload, operator: 'Dana' }))
    );
    expect(decisions.map(({ outcome }) => outcome).sort()).toEqual(['not-dead', 'replayed']);
    const waiting = await store.jobs.list({ lane: 'sales-order-out', key, states: ['waiting'], limit: 9 });
    expect(waiting).toMatchObject([{ payload: { orderKey: key } }]);
    const { state, payload: kept, acts } = await answer(deadLetterDetailSchema, `/v1/dead-letters/${id}`);
    expect({ state, kept }).toEqual({ state: 'skipped', kept: { unreadableEvent: {} } });
    expect(acts.map(({ action, operator }) => `${action} by ${operator}`)).toEqual([
      'replay by Dana (salesforce-admin)',
      'skip by Dana (salesforce-admin)'
    ]);
    if (active !== undefined) await store.jobs.complete(active.lease);
    for (const { lease } of await store.jobs.claim(claim)) await store.jobs.complete(lease);
  });

  it('when the content is edited, then the job gets it and the first one is kept', async () => {
    const key = '006000000000002AAA';
    const before = { ...request, orderKey: key, action: 'amend' };
    const id = await die({ lane: 'sales-order-out', key, payload: before });
    const payload = JSON.stringify({ ...before, action: 'submit' });
    await answer(deadLetterDecisionSchema, `/v1/dead-letters/${id}/replay`, { payload });
    expect(await answer(deadLetterDetailSchema, `/v1/dead-letters/${id}`)).toMatchObject({
      state: 'ready',
      payload: { action: 'submit' },
      originalPayload: { action: 'amend' }
    });
  });

  it('when the edited content has faults, then LB758 with all of them, and nothing has changed', async () => {
    const key = '006000000000003AAA';
    const id = await die({ lane: 'order-write-back', key, payload: {} });
    const edited = { ...request, orderKey: 'else', state: 'Perhaps', records: [{ object: 'Lead' }] };
    const problem = await problemOf(
      await ask(`/v1/dead-letters/${id}/replay`, { payload: JSON.stringify(edited) })
    );
    expect(problem).toMatchObject({ code: 'LB758', status: 400 });
    const fields = (problem.faults ?? []).map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(['records.0.object', 'records.0.recordId', 'state', 'salesOrderNo', 'orderKey'])
    );
    for (const payload of ['{', '[]', '"text"']) {
      const refusal = await problemOf(await ask(`/v1/dead-letters/${id}/replay`, { payload }));
      expect(refusal).toMatchObject({ code: 'LB758' });
    }
    expect(await store.jobs.find(id)).toMatchObject({ state: 'dead', payload: {}, replays: 0 });
  });

  it('when it is skipped, then with a reason, and what waits behind it has its turn', async () => {
    const id = await die({ key: 'A' });
    const behind = await store.jobs.enqueue({ lane, key: 'A', payload: {} });
    for (const reason of ['', '   ', undefined]) {
      const refusal = await problemOf(await ask(`/v1/dead-letters/${id}/skip`, { reason }));
      expect(refusal).toMatchObject({ code: 'LB104', faults: [{ field: 'reason' }] });
    }
    const path = `/v1/dead-letters/${id}/skip`;
    expect(await answer(deadLetterDecisionSchema, path, { reason: 'Entered by hand.' })).toMatchObject({
      outcome: 'skipped',
      state: 'skipped'
    });
    expect(await answer(deadLetterDecisionSchema, path, { reason: 'Again.' })).toMatchObject({
      outcome: 'not-dead'
    });
    expect(await store.jobs.find(behind.id)).toMatchObject({ state: 'ready' });
    expect(await answer(deadLetterDetailSchema, `/v1/dead-letters/${id}`)).toMatchObject({
      skipReason: 'Entered by hand.',
      acts: [{ operator: 'salesforce-admin', action: 'skip' }]
    });
  });
});
