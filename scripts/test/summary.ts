import { seconds } from '../setup/progress.mjs';
import { sumCases } from './report.ts';
import type { StageResult } from './stages.ts';

/** A stage that has run, with the time it took. */
export interface StageRun {
  readonly name: string;
  readonly milliseconds: number;
  readonly result: StageResult;
}

/** The table of all stages and, last and alone on its line, the sum of the test cases. */
export function summary(runs: readonly StageRun[]): string {
  const rows = runs.map(({ name, milliseconds, result }) => {
    const mark = result.passed ? 'ok    ' : 'FAILED';
    return `  ${mark}  ${name.padEnd(9)}${seconds(milliseconds).padStart(12)}  ${result.detail}`.trimEnd();
  });
  return ['', 'Summary', ...rows, '', closingLine(runs), ''].join('\n');
}

/** `N passed, N failed`, with `, N skipped` only when some were. */
export function closingLine(runs: readonly StageRun[]): string {
  const { passed, failed, skipped } = sumCases(runs.map((run) => run.result.cases));
  const skippedPart = skipped > 0 ? `, ${String(skipped)} skipped` : '';
  return `${String(passed)} passed, ${String(failed)} failed${skippedPart}`;
}
