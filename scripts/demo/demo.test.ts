import { statSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../setup/commands.mjs';
import { differences } from './comparison.ts';
import { readOptions } from './options.mjs';
import { createSigningKeys } from './signing-keys.ts';
import { unlessStopped } from './stop-signal.ts';

const figures = {
  amountDue: '5732.36',
  creditLimit: '120000.00',
  openOrders: '19144.40',
  creditLeft: '95123.24'
};
const page = {
  ...figures,
  customer: '01-ABF',
  source: 'live',
  asOf: '2026-01-05T10:00:00.000Z',
  flowStatus: 'Finished',
  millisecondsToBalance: 900,
  screenshots: []
};

describe('differences', () => {
  it('when the page shows what stands in Sage, then there are none', () => {
    expect(differences(page, figures, '01-ABF')).toEqual([]);
  });

  it('when an amount differs by a cent, then it is named', () => {
    expect(differences({ ...page, amountDue: '5732.35' }, figures, '01-ABF')).toEqual([
      "amountDue: the page shows '5732.35', it should be '5732.36'"
    ]);
  });

  it('when the figures are not live, then that is named', () => {
    expect(differences({ ...page, source: 'cache' }, figures, '01-ABF')).toHaveLength(1);
  });
});

describe('readOptions', () => {
  it('when nothing is given, then ports are free ones', () => {
    expect(readOptions([])).toEqual({
      help: false,
      check: false,
      checked: 'balance',
      dev: false,
      portService: 0,
      portOrg: 0,
      portPreview: 0
    });
  });

  it('when orders are to be checked, then that is read; anything else is refused by its name', () => {
    expect(readOptions(['--check', 'orders'])).toMatchObject({ check: true, checked: 'orders' });
    expect(() => readOptions(['--check', 'invoices'])).toThrow("'invoices' is not understood");
    expect(() => readOptions(['orders'])).toThrow("'orders' is not understood");
  });

  it('when the check is asked for with hot reload, then that is refused', () => {
    expect(() => readOptions(['--check', '--dev'])).toThrow('--check and --dev do not go together');
  });

  it.each(['abc', '-1', '70000', '80.5'])('when the port is %s, then the option is named', (port) => {
    expect(() => readOptions([`--port-org=${port}`])).toThrow('--port-org needs a port number');
  });
});

describe('the command', () => {
  it('when a port is none, then it is refused before any set-up begins', async () => {
    const { exitCode, output } = await runCommand(process.execPath, [
      'scripts/demo.mjs',
      '--port-org',
      'abc'
    ]);
    expect(exitCode).toBe(1);
    expect(output.trim()).toMatch(/^Cannot go on: --port-org needs a port number/);
  });
});

describe('createSigningKeys', () => {
  it('when keys are made, then only their owner can read them', () => {
    const directory = mkdtempSync(join(tmpdir(), 'keys-'));
    const { privateKeyFile, publicKeyFile } = createSigningKeys(join(directory, 'keys'));
    const modes = [privateKeyFile, publicKeyFile].map((file) => statSync(file).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
    rmSync(directory, { recursive: true });
  });
});

describe('unlessStopped', () => {
  it('when a stop is asked for while work goes on, then it rejects with the reason', async () => {
    const controller = new AbortController();
    const waiting = unlessStopped(new Promise(() => undefined), controller.signal);
    controller.abort(new Error('stopped by SIGINT'));
    await expect(waiting).rejects.toThrow('stopped by SIGINT');
  });
});
