import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany, type SageCompany } from '../../test/sage-company/src/index.ts';
import { projectRoot } from '../setup/paths.mjs';

let directory: string;
let company: SageCompany;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-verify-'));
  company = await startSageCompany({ directory });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

function verify(): Promise<Ran> {
  const program = join(projectRoot, 'test/sage-company/src/cli.ts');
  const words = [program, '--directory', directory, 'verify'];
  return new Promise((resolve) => {
    execFile(process.execPath, words, (error, output, complaint) => {
      resolve({ code: error === null ? 0 : Number(error.code), output, complaint });
    });
  });
}

/** The columns of the line that begins so. */
function lineOf(output: string, begin: string): string[] {
  const line = output.split('\n').find((each) => each.trimStart().startsWith(begin)) ?? '';
  return line.trim().split(/ {2,}/);
}

describe('npm run sage -- verify', () => {
  it('when a company is as it was made, then everything is read, counted and right', async () => {
    const { code, output } = await verify();
    expect(output).toContain(`the running Sage company in ${directory} (demo`);
    expect(lineOf(output, 'customers').slice(0, 5)).toEqual([
      'customers',
      'AR_Customer',
      '60',
      '60',
      '01-000123'
    ]);
    expect(lineOf(output, 'sales orders').slice(1, 5)).toEqual([
      'SO_SalesOrderHeader',
      '116',
      '116',
      '0000115'
    ]);
    expect(lineOf(output, 'report: AR aging').at(-1)).toBe('ok');
    expect(lineOf(output, '01-ABF credit left')).toEqual([
      '01-ABF credit left',
      '95123.24',
      '95123.24',
      'ok'
    ]);
    expect(lineOf(output, 'order 0000115 sales tax').slice(1)).toEqual(['116.10', '116.10', 'ok']);
    expect(output).not.toMatch(/WRONG|DIFFERS/);
    expect(output.trimEnd()).toMatch(/records of 25 kinds .* (\d+) of \1 published figures are right\.$/);
    expect(code).toBe(0);
  });

  it('when a figure was changed or a record cannot be used, then it fails, names both, and says what to think of it', async () => {
    await company.control.set('AR_Customer', '01-ABF', { CurrentBalance: '3252.39' });
    await company.control.set('SO_SalesOrderHeader', '0000171', { OrderType: 'Z' });
    const { code, output, complaint } = await verify();
    expect(lineOf(output, '01-ABF current balance').slice(1)).toEqual(['3252.38', '3252.39', 'DIFFERS']);
    expect(lineOf(output, '01-ABF open invoices, current').at(-1)).toBe('ok');
    expect(lineOf(output, 'sales orders').at(-1)).toBe('WRONG');
    expect(lineOf(output, 'orders and quotes of 01-ABF')[2]).toMatch(/^LB308/);
    expect(complaint).toContain('01-ABF current balance: 3252.38 was published, 3252.39 was read');
    expect(complaint).toContain('sales orders and quotes: 115 were read, but SO_SalesOrderHeader makes 116');
    expect(complaint).toContain('sales orders and quotes: 1 cannot be used and were passed over');
    expect(complaint).toContain('Was one changed on purpose');
    expect(code).toBe(1);
  });

  it('when the company is set to answer nothing, then it says so instead of starting another', async () => {
    await company.control.stop();
    const { code, complaint } = await verify();
    await company.control.start();
    expect(complaint).toContain('is set to stopped: npm run sage -- start');
    expect(code).toBe(1);
  });
});
