import { execFile, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, 'main.ts');

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-company-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function forkOwner(): Promise<ChildProcess> {
  const owner = fork(MAIN, ['start', '--directory', directory], { execArgv: [], silent: true });
  const message = await new Promise<unknown>((resolve) => owner.once('message', resolve));
  expect(message).toMatchObject({ type: 'ready', databaseFile: join(directory, 'sage.db') });
  return owner;
}

function runOwner(words: string[], environment: NodeJS.ProcessEnv = process.env) {
  return new Promise<{ code: unknown; complaint: string }>((resolve) => {
    const options = { env: environment };
    execFile(
      process.execPath,
      [MAIN, 'start', '--directory', directory, ...words],
      options,
      (error, _, complaint) => resolve({ code: error?.code ?? 0, complaint })
    );
  });
}

describe('the owner process', () => {
  it('when told to stop, then it ends well and leaves the company stopped for its readers', async () => {
    const owner = await forkOwner();
    expect(existsSync(join(directory, 'state.json'))).toBe(true);
    owner.kill('SIGTERM');
    expect(await once(owner, 'exit')).toEqual([0, null]);
    expect(existsSync(join(directory, 'state.json'))).toBe(false);
  });

  it('when the process that forked it is gone, then it ends by itself', async () => {
    const owner = await forkOwner();
    owner.disconnect();
    expect(await once(owner, 'exit')).toEqual([0, null]);
  });

  it('when it was killed, then the next start takes its directory over', async () => {
    const killed = await forkOwner();
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const owner = await forkOwner();
    owner.kill('SIGTERM');
    expect(await once(owner, 'exit')).toEqual([0, null]);
  });

  it('when there is no C compiler, then it names the package and fails', async () => {
    const ended = await runOwner(['--cache-directory', join(directory, 'cache')], { PATH: directory });
    expect(ended.code).toBe(1);
    expect(ended.complaint).toContain('there is no C compiler cc; on Debian or Ubuntu: apt-get install gcc');
  });

  it.each([
    [['--size', 'huge'], 'Allowed choices are demo, mid, large'],
    [['--seed', '-1'], 'a whole number is needed'],
    [['--today', '2026-02-30'], 'a day as 2026-01-31 is needed']
  ])('when started with %j, then it says what is wrong', async (words, reason) => {
    const ended = await runOwner(words);
    expect(ended.code).toBe(1);
    expect(ended.complaint).toContain(reason);
  });
});
