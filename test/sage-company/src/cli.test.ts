import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from './index.ts';
import type { SageCompany } from './index.ts';

let directory: string;
let company: SageCompany;

interface Ran {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

function sage(...words: string[]): Promise<Ran> {
  const file = join(import.meta.dirname, 'cli.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [file, '--directory', directory, ...words], (error, output, complaint) => {
      resolve({ code: error === null ? 0 : Number(error.code), output, complaint });
    });
  });
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-company-'));
  company = await startSageCompany({ directory });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

describe('npm run sage', () => {
  it('sets columns of a record, stamps it, and shows it', async () => {
    const before = await company.control.show('AR_Customer', '01-ABF');
    const set = await sage('set', 'AR_Customer', '01-ABF', 'CurrentBalance=5000.00', 'Comment=a = b');
    expect(set).toMatchObject({ code: 0, complaint: '' });
    const shown = await sage('show', 'AR_Customer', '01-ABF');
    expect(shown.output).toContain('CurrentBalance=5000.00\n');
    expect(shown.output).toContain('Comment=a = b\n');
    const after = await company.control.show('AR_Customer', '01-ABF');
    expect(after['TimeUpdated']).toMatch(/^\d{1,2}\.\d{5}$/);
    expect(after['DateUpdated'] ?? '').not.toBe(before['DateUpdated']);
  });

  it('when something cannot be done, then it says so on stderr and fails', async () => {
    const refused = await sage('set', 'AR_Customer', '01-ABF', 'nonsense');
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.complaint).toBe('write a change as Column=value, not "nonsense"\n');
  });

  it('changes how the company answers, and tells', async () => {
    expect((await sage('slow', '300')).output).toMatch(/^slow, 300 ms a statement; 60 customers/);
    expect((await sage('stop')).output).toMatch(/^stopped;/);
    expect((await sage('slow', 'much')).complaint).toContain('slow takes');
    await sage('start');
    expect((await sage('status')).output).toMatch(/^normal; 60 customers \(demo, seed 1\)/);
  });

  it('when no company runs, then it says how to start one', async () => {
    const lost = await sage('--directory', join(directory, 'elsewhere'), 'status');
    expect(lost.code).toBe(1);
    expect(lost.complaint).toContain('no Sage company runs in');
  });

  it('when its process was killed, then it says that nobody answers, without a stack', async () => {
    const left = join(directory, 'left-behind');
    await mkdir(left);
    const state = await readFile(join(directory, 'state.json'), 'utf8');
    const nobody = state.replace(/"http:[^"]*"/, '"http://127.0.0.1:1"');
    await writeFile(join(left, 'state.json'), nobody);
    const lost = await sage('--directory', left, 'status');
    expect(lost).toEqual({
      code: 1,
      output: '',
      complaint: 'the Sage company at http://127.0.0.1:1 does not answer; its process may have ended\n'
    });
  });
});
