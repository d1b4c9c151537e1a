import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany, type SageCompany } from '../../../test/sage-company/src/index.ts';
import { measureScans, scanTable } from './measure-scans.ts';
import { measureSingles } from './measure-singles.ts';
import { drawQuestions } from './questions.ts';
import { singleNames } from './singles.ts';

let directory: string;
let sage: SageCompany;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-bench-'));
  sage = await startSageCompany({ directory: join(directory, 'sage') });
});
afterAll(async () => {
  await sage.close();
  await rm(directory, { recursive: true });
});

describe('the benchmark of reading Sage', { timeout: 90_000 }, () => {
  it('when a scan is measured, then both sides read the same rows, lines included', async () => {
    const results = await measureScans(['sales orders with lines'], {
      sage,
      directory,
      say: () => undefined
    });
    const [result] = results;
    // 116 headers with 487 lines, and what was invoiced of those that were shipped in part.
    expect(result?.records).toBe(116);
    expect(result?.rows).toBeGreaterThanOrEqual(116 + 487);
    expect(result?.rows).toBeLessThan(116 + 2 * 487);
    expect(result?.ratio).toBeGreaterThan(0);
    expect(result?.service.peakMib).toBeGreaterThan(result?.raw.peakMib ?? Number.NaN);
    expect(scanTable(results).rows[0]?.slice(0, 3)).toEqual([
      'sales orders with lines',
      '116',
      String(result?.rows)
    ]);
  });

  it('when single reads are measured, then every question is asked in every round on both sides', async () => {
    const { questions } = drawQuestions(sage.databaseFile, 5, 1);
    const results = await measureSingles(questions, { sage, directory, say: () => undefined });
    expect(results.map(({ name }) => name)).toEqual(singleNames);
    for (const { service, raw } of results) expect([service.length, raw.length]).toEqual([25, 25]);
  });
});
