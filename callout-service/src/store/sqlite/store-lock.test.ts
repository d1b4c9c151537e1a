import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { openSqlite } from './open-sqlite.ts';

const HOLDER = `
import { openSqlite } from ${JSON.stringify(new URL('./open-sqlite.ts', import.meta.url).href)};
try {
  const opened = await openSqlite({ file: process.argv[1], use: process.argv[2], clock: Date.now, busyTimeoutMs: 2000 });
  console.log('open');
  process.stdin.once('data', () => opened.close());
} catch (error) {
  console.log(error.code + ' ' + error.detail);
}`;

describe('the lock of the embedded store', () => {
  let directory: string;
  let file: string;
  const processes = new Set<ChildProcess>();
  const opened = new Set<OpenedDatabase>();

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-lock-'));
    file = join(directory, 'store.sqlite');
  });
  afterEach(async () => {
    for (const one of opened) await one.close();
    for (const one of processes) one.kill('SIGKILL');
    opened.clear();
    processes.clear();
    rmSync(directory, { recursive: true });
  });

  async function open(use: 'exclusive' | 'shared'): Promise<OpenedDatabase> {
    const one = await openSqlite({ file, use, clock: Date.now, busyTimeoutMs: 2_000 });
    opened.add(one);
    return one;
  }

  /** Another process, and what it said of opening the store. */
  async function start(use: 'exclusive' | 'shared') {
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, file, use], {
      stdio: ['pipe', 'pipe', 'inherit']
    });
    processes.add(child);
    const [said] = (await once(createInterface(child.stdout), 'line')) as [string];
    return { child, said };
  }

  it('when another process has the store, then a second one is refused and told which', async () => {
    const { child, said } = await start('exclusive');
    expect(said).toBe('open');
    await expect(open('exclusive')).rejects.toMatchObject({
      code: 'LB603',
      detail: expect.stringMatching(
        new RegExp(
          `store\\.sqlite is in use by process ${child.pid} on ${hostname()}, running since \\d{4}-\\d\\d-\\d\\dT`
        )
      ) as unknown
    });
  });

  it('when this process has the store, then another process and this one itself are refused', async () => {
    await open('exclusive');
    const { said } = await start('exclusive');
    expect(said).toMatch(`LB603 ${file} is in use by process ${process.pid} on ${hostname()}`);
    await expect(open('exclusive')).rejects.toMatchObject({ code: 'LB603' });
  });

  it('when the holder is killed, then the store is free at once', async () => {
    const { child } = await start('exclusive');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await open('exclusive');
  });

  it('when the holder closes the store, then it is free, also for the same process', async () => {
    const { child } = await start('exclusive');
    child.stdin.write('close\n');
    child.stdin.end();
    await once(child, 'exit');
    const first = await open('exclusive');
    await first.close();
    opened.delete(first);
    await open('exclusive');
  });

  it('when a tool opens the store beside the service, then neither is refused', async () => {
    const { said } = await start('exclusive');
    await open('shared');
    await open('shared');
    expect(said).toBe('open');
  });

  it('when many services start at the same moment, then exactly one gets the store', async () => {
    const started = await Promise.all(Array.from({ length: 5 }, () => start('exclusive')));
    const said = started.map((one) => one.said);
    expect(said.filter((one) => one === 'open')).toHaveLength(1);
    expect(said.filter((one) => one.startsWith('LB603'))).toHaveLength(4);
  });

  it.skipIf(process.platform === 'win32')(
    'when it is taken, then its files are the owner’s alone',
    async () => {
      await open('exclusive');
      for (const name of [`${file}.lock`, `${file}.lock.json`])
        expect(statSync(name).mode & 0o777).toBe(0o600);
    }
  );
});
