import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findPostgres,
  startPostgres,
  type PostgresServer
} from '../../../../test/support/postgres/postgres-server.ts';
import { storeOptionsOf, loadStoreConfiguration } from '../../config/store-configuration.ts';
import type { EnqueuedJob } from '../port/job.ts';
import { openStore } from '../open-store.ts';

const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-store-cli-'));
const embedded = { SAGE_COMPANY_CODE: 'ABC', STORE_DIRECTORY: join(directory, 'store') };
const elsewhere = { SAGE_COMPANY_CODE: 'ABC', STORE_POSTGRES_URL: '' };
let server: PostgresServer;
let dead: EnqueuedJob;
let behind: EnqueuedJob;

/** The command as a person runs it: as a process of its own, with the service's settings. */
function run(
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const options = { env: { PATH, NODE_COMPILE_CACHE, ...environment }, cwd: directory };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, 'main.ts'), ...args],
      options,
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({ code, output: `${stdout}${stderr}` });
      }
    );
  });
}

beforeAll(async () => {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('These tests need PostgreSQL: apt-get install postgresql');
  // One that flushes, unlike the server of the other tests: the command refuses any other.
  server = await startPostgres(programs, { fsync: true });
  elsewhere.STORE_POSTGRES_URL = server.url;
  const store = await openStore(storeOptionsOf(loadStoreConfiguration(embedded), { use: 'exclusive' }));
  dead = await store.jobs.enqueue({ lane: 'orders', key: '01-000123', payload: { quantity: '1' } });
  behind = await store.jobs.enqueue({ lane: 'orders', key: '01-000123', payload: { quantity: '2' } });
  const [claimed] = await store.jobs.claim({ lane: 'orders', limit: 1, worker: 'test', leaseMs: 60_000 });
  if (claimed === undefined) throw new Error('No job was due');
  const failure = { kind: 'permanent', code: 'LB402', message: 'The item does not exist.' } as const;
  await store.jobs.fail(claimed.lease, failure);
  await store.close();
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

describe('npm run store', () => {
  it('when a person asks how it stands, then engine, size and the jobs that wait for a decision are told', async () => {
    expect((await run(embedded, 'status')).output).toMatch(/sqlite .* version 004-engine/);
    expect((await run(embedded, 'status')).output).toContain(
      'orders: 0 due, 0 active, 0 later, 1 waiting, 1 dead'
    );
    expect((await run(embedded, 'jobs')).output).toMatch(
      new RegExp(`^${dead.id} +dead +orders of 01-000123`)
    );
    const { output } = await run(embedded, 'job', String(dead.id));
    expect(output).toContain('holds up 1 jobs of its key');
    expect(output).toContain('permanent, LB402: The item does not exist.');
  });

  it('when a dead job is replayed with another payload, then it begins anew once, and both are kept', async () => {
    writeFileSync(join(directory, 'payload.json'), '{"quantity":"3"}');
    const replay = ['replay', String(dead.id), '--operator', 'kim', '--payload', 'payload.json'];
    expect(await run(embedded, ...replay)).toMatchObject({ code: 0 });
    expect(await run(embedded, ...replay)).toMatchObject({
      code: 1,
      output: expect.stringContaining('not dead') as string
    });
    const { output } = await run(embedded, 'job', String(dead.id));
    expect(output).toContain('payload  {"quantity":"3"}');
    expect(output).toContain('at first {"quantity":"1"}');
  });

  it('when the store is exported and imported into PostgreSQL, then it is all there, and sound', async () => {
    expect(await run(embedded, 'export', 'store.jsonl')).toMatchObject({ code: 0 });
    expect(statSync(join(directory, 'store.jsonl')).mode & 0o777).toBe(0o600);
    expect(await run(elsewhere, 'import', 'store.jsonl')).toMatchObject({ code: 0 });
    expect((await run(elsewhere, 'job', String(behind.id))).output).toContain('payload  {"quantity":"2"}');
    expect(await run(elsewhere, 'check')).toMatchObject({ code: 0 });
    const again = await run(elsewhere, 'import', 'store.jsonl');
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('LB615') as string });
    expect(await run(elsewhere, 'backup', 'backup.jsonl')).toMatchObject({ code: 0 });
    const taken = await run(elsewhere, 'backup', 'backup.jsonl');
    expect(taken).toMatchObject({ code: 1, output: expect.stringContaining('LB619') as string });
    expect(readFileSync(join(directory, 'backup.jsonl'), 'utf8')).toContain('01-000123');
  });

  it('when a backup is made, then it is a store of its own, and an existing file is never replaced', async () => {
    expect(await run(embedded, 'backup', 'backup.sqlite')).toMatchObject({ code: 0 });
    expect(statSync(join(directory, 'backup.sqlite')).mode & 0o777).toBe(0o600);
    const again = await run(embedded, 'backup', 'backup.sqlite');
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('LB619') as string });
  });

  it('when settings are missing or wrong, then all of them are told at once, and no password', async () => {
    const { code, output } = await run(
      { STORE_POSTGRES_URL: 'mysql://u:geheim@h/d', JOB_LEASE_MS: 'x' },
      'status'
    );
    expect(code).toBe(1);
    expect(output).toContain('SAGE_COMPANY_CODE is missing');
    expect(output).toContain('JOB_LEASE_MS');
    expect(output).not.toContain('geheim');
  });

  it('when a dead job is to be skipped without a reason, then the reason is asked for', async () => {
    const { code, output } = await run(embedded, 'skip', String(dead.id));
    expect(code).toBe(1);
    expect(output).toContain('--reason');
  });
});
