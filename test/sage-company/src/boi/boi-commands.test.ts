import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from '../index.ts';
import type { SageCompany } from '../index.ts';

let directory: string;
let company: SageCompany;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-boi-'));
  company = await startSageCompany({ directory });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

function boi(...words: string[]): Promise<{ code: unknown; output: string; complaint: string }> {
  const file = join(import.meta.dirname, '../cli.ts');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [file, '--directory', directory, 'boi', ...words],
      (error, output, complaint) => resolve({ code: error?.code ?? 0, output, complaint })
    );
  });
}

describe('npm run sage -- boi', () => {
  it('arms faults, locks records, changes settings, tells, and takes all of it back', async () => {
    expect((await boi('hang', '3')).output).toContain('armed: {"do":"hang","call":3,"times":1}');
    expect((await boi('die', 'late', '900')).output).toContain('"when":"late","milliseconds":900');
    expect((await boi('warn', 'Mind the step.')).output).toContain('"code":-1,"text":"Mind the step."');
    expect((await boi('lock', 'SO_SalesOrderHeader', '0000184')).output).toContain('0000184 by ALICE');
    expect((await boi('seats', '0')).output).toContain('seats=0');
    const cleared = await boi('reset');
    expect(cleared.output).toMatch(/^armed: nothing\nin use: nothing\nsessions: 0\n/);
    expect(cleared.output).toContain('seats=5');
    expect(cleared.output).not.toContain('password');
  });

  it('when an order is not understood, then it says so and fails', async () => {
    const refused = await boi('die', 'sometimes');
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.complaint).toMatch(/^when: /);
  });
});
