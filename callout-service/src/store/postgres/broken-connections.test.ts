import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  findPostgres,
  startPostgres,
  type PostgresServer
} from '../../../../test/support/postgres/postgres-server.ts';
import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../port/store.ts';
import { startCommitProxy, type CommitProxy } from './test-support/commit-proxy.ts';
import { eventually } from './test-support/eventually.ts';

let server: PostgresServer;
let proxy: CommitProxy;
let store: Store;
let lost: [string, LedgerBridgeError][];
let reconnected: number;

beforeAll(async () => {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('These tests need PostgreSQL');
  server = await startPostgres(programs);
});
afterAll(() => server.close());

const CONNECT_TIMEOUT_MS = 1_000;
const STATEMENT_TIMEOUT_MS = 2_000;

beforeEach(async () => {
  lost = [];
  reconnected = 0;
  proxy = await startCommitProxy(server.port);
  store = await open(`postgres://postgres@127.0.0.1:${proxy.port}/postgres`);
});
afterEach(async () => {
  await store.close();
  await proxy.close();
});

const open = (url: string) =>
  openStore({
    companyCode: 'ABC',
    retryPolicyOf: () => ({ maxAttempts: 5, backoffBaseMs: 1_000, backoffCeilingMs: 60_000 }),
    database: {
      engine: 'postgres',
      url,
      schema: 'broken',
      poolSize: 4,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      statementTimeoutMs: STATEMENT_TIMEOUT_MS,
      heartbeatMs: 200,
      requireDurable: false,
      observer: {
        connectionLost: (which, fault) => void lost.push([which, fault]),
        reconnected: () => void (reconnected += 1)
      }
    }
  });
const job = (idempotencyKey: string) => ({
  lane: 'orders',
  key: idempotencyKey,
  payload: {},
  idempotencyKey
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fulfilled',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error)
  );
const terminateAll = () =>
  server.execute(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'ledger-bridge'`);

describe('a connection that breaks', () => {
  it('when it breaks before the commit arrives, then nothing is there', async () => {
    proxy.breakNext('before commit');
    // To the store it looks as if the commit might have arrived.
    expect(await codeOf(store.jobs.enqueue(job('unsent')))).toBe('LB607');
    expect(await store.jobs.enqueue(job('unsent'))).toMatchObject({ duplicate: false });
  });

  it('when the answer to the commit is lost, then the outcome is unknown, and the same key finds the job', async () => {
    proxy.breakNext('after commit');
    expect(await codeOf(store.jobs.enqueue(job('unanswered')))).toBe('LB607');
    expect(await store.jobs.list({ lane: 'orders', key: 'unanswered', limit: 10 })).toHaveLength(1);
    expect(await store.jobs.enqueue(job('unanswered'))).toMatchObject({ duplicate: true });
  });

  it('when the answer to a completion is lost, then the outcome is unknown, and asked again it turns out to be done', async () => {
    const { id } = await store.jobs.enqueue({ lane: 'done-unanswered', payload: {} });
    const claim = { lane: 'done-unanswered', limit: 1, worker: 'test', leaseMs: 60_000 };
    const [claimed] = await store.jobs.claim(claim);
    if (claimed === undefined) throw new Error('No job was due');
    proxy.breakNext('after commit');
    expect(await codeOf(store.jobs.complete(claimed.lease))).toBe('LB607');
    expect(await codeOf(store.jobs.complete(claimed.lease))).toBe('LB608');
    expect(await store.jobs.find(id)).toMatchObject({ state: 'done' });
  });

  it('when a completion never arrives, then asked again it is done', async () => {
    await store.jobs.enqueue({ lane: 'done-unsent', payload: {} });
    const claim = { lane: 'done-unsent', limit: 1, worker: 'test', leaseMs: 60_000 };
    const [claimed] = await store.jobs.claim(claim);
    if (claimed === undefined) throw new Error('No job was due');
    proxy.breakNext('before commit');
    expect(await codeOf(store.jobs.complete(claimed.lease))).toBe('LB607');
    expect(await codeOf(store.jobs.complete(claimed.lease))).toBe('fulfilled');
  });

  it('when it breaks within a transaction, then that fails with LB602 and nothing is there', async () => {
    const broken = store.transaction(async (within) => {
      await within.jobs.enqueue(job('within'));
      await terminateAll();
      await within.jobs.enqueue(job('within-2'));
    });
    expect(await codeOf(broken)).toBe('LB602');
    expect(await store.jobs.enqueue(job('within'))).toMatchObject({ duplicate: false });
  });

  it('when it breaks between the last statement and the commit, then it is known that nothing was committed', async () => {
    const broken = store.transaction(async (within) => {
      await within.jobs.enqueue(job('idle'));
      await terminateAll();
      await eventually('the loss is noticed', () => lost.some(([which]) => which === 'pool'));
    });
    expect(await codeOf(broken)).toBe('LB602');
    expect(await store.jobs.enqueue(job('idle'))).toMatchObject({ duplicate: false });
  });
});

describe('the listening connection', () => {
  it('when its backend is ended, then it listens again, and everyone is told to look', async () => {
    await store.jobs.enqueue(job('before'));
    const heard: string[] = [];
    store.onDue((lane) => heard.push(lane));
    await terminateAll();
    await eventually('it listens again', () => reconnected === 1);
    expect(heard).toContain('orders');
    expect(lost.map(([which, { code }]) => [which, code])).toContainEqual(['listener', 'LB602']);
    const other = await open(server.url);
    await other.jobs.enqueue({ lane: 'from-another', payload: {} });
    await eventually('the other is heard', () => heard.includes('from-another'));
    await other.close();
  });

  it('when the network goes silent, then calls are rejected in time, and all goes on when it is back', async () => {
    await store.jobs.enqueue(job('loud'));
    proxy.goSilent();
    const begun = Date.now();
    expect(await codeOf(store.jobs.enqueue(job('silent')))).toBe('LB602');
    expect(Date.now() - begun).toBeLessThan(CONNECT_TIMEOUT_MS + STATEMENT_TIMEOUT_MS + 3_000);
    await eventually('the silence is noticed', () => lost.some(([which]) => which === 'listener'));
    proxy.recover();
    await eventually('it listens again', () => reconnected === 1);
    expect(await store.jobs.enqueue(job('silent'))).toMatchObject({ duplicate: false });
  });
});

describe('a server that dies', () => {
  it('when it is killed and comes back, then calls meanwhile get LB602, and the store goes on by itself', async () => {
    const kept = await store.jobs.enqueue(job('kept'));
    await server.kill();
    expect(await codeOf(store.jobs.enqueue(job('meanwhile')))).toBe('LB602');
    expect(await codeOf(store.condition())).toBe('LB602');
    await server.start();
    await eventually('it listens again', () => reconnected === 1);
    expect(await store.jobs.find(kept.id)).toMatchObject({ state: 'ready' });
    expect(await store.jobs.enqueue(job('meanwhile'))).toMatchObject({ duplicate: false });
  });
});
