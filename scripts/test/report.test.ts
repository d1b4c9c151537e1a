import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReport } from './report.ts';
import { closingLine } from './summary.ts';

describe('readReport', () => {
  let directory: string;
  let file: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'report-'));
    file = join(directory, 'report.json');
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  function write(...testResults: { status: string; cases: string[] }[]): void {
    const results = testResults.map(({ status, cases }) => ({
      status,
      assertionResults: cases.map((each) => ({ status: each }))
    }));
    writeFileSync(file, JSON.stringify({ testResults: results }));
  }

  it('when cases passed, failed and were skipped, then each is counted', () => {
    write(
      { status: 'failed', cases: ['passed', 'failed', 'pending', 'todo'] },
      { status: 'passed', cases: ['passed'] }
    );
    expect(readReport(file, false)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('when a file could not be loaded, then it counts as one failure', () => {
    write({ status: 'failed', cases: [] }, { status: 'passed', cases: ['passed'] });
    expect(readReport(file, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('when the run failed but blames no case, then it counts as one failure', () => {
    write({ status: 'passed', cases: ['passed'] });
    expect(readReport(file, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('when the run was stopped while it wrote its report, then it counts as one failure', () => {
    writeFileSync(file, '{"testResults":[{"sta');
    expect(readReport(file, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('when the run left no report, then it counts as one failure', () => {
    expect(readReport(file, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('closingLine', () => {
  function line(...counts: { passed: number; failed: number; skipped: number }[]): string {
    return closingLine(
      counts.map((cases) => ({
        name: 'unit',
        milliseconds: 1,
        result: { passed: true, detail: '', cases, tail: '' }
      }))
    );
  }

  it('when nothing was skipped, then the line has two numbers', () => {
    expect(line({ passed: 2, failed: 0, skipped: 0 }, { passed: 3, failed: 1, skipped: 0 })).toBe(
      '5 passed, 1 failed'
    );
  });

  it('when something was skipped, then the line says so', () => {
    expect(line({ passed: 2, failed: 0, skipped: 4 })).toBe('2 passed, 0 failed, 4 skipped');
  });
});
