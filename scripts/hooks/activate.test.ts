import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

describe('activate', () => {
  let checkout: string;

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'activate-'));
    execFileSync('git', ['init', '--quiet', checkout]);
    copyFileSync(join(import.meta.dirname, 'activate.mjs'), join(checkout, 'activate.mjs'));
  });
  afterEach(() => {
    rmSync(checkout, { recursive: true });
  });

  it('when the development packages are left out, then the install goes on without hooks', () => {
    const environment = { ...process.env };
    delete environment['CI'];
    delete environment['LEDGER_BRIDGE_HOOKS'];
    const { status, stderr } = spawnSync(process.execPath, ['activate.mjs'], {
      cwd: checkout,
      env: environment,
      encoding: 'utf8'
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const hooks = spawnSync('git', ['config', '--local', 'core.hooksPath'], { cwd: checkout });
    expect(hooks.status).toBe(1);
  });
});
