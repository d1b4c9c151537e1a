import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many test cases a stage had. */
export interface CaseCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const noCases: CaseCounts = { passed: 0, failed: 0, skipped: 0 };

/** A stage without cases of its own counts as one, so that its failure stands in the sum as well. */
export function countStage(passed: boolean): CaseCounts {
  return passed ? { ...noCases, passed: 1 } : { ...noCases, failed: 1 };
}

/** The part of jest's JSON report that counts; vitest writes the same shape. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() }))
    })
  )
});

/**
 * Counts the cases of a report. A file that failed without a failed case (it could not be loaded, or a hook failed)
 * counts as one failure, and so does a run that failed and blames no case, or left no report or half of one: a failure
 * never disappears.
 */
export function readReport(file: string, runSucceeded: boolean): CaseCounts {
  const report = parseReport(file);
  if (report === undefined) return countStage(false);
  const counted = countCases(report);
  return runSucceeded ? counted : { ...counted, failed: Math.max(counted.failed, 1) };
}

type Report = z.infer<typeof reportSchema>;

/** Undefined when there is none, or when the run was stopped while it wrote it. */
function parseReport(file: string): Report | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function countCases({ testResults }: Report): CaseCounts {
  return testResults.reduce<CaseCounts>((total, { status, assertionResults }) => {
    const count = (wanted: string): number =>
      assertionResults.filter((each) => each.status === wanted).length;
    const passed = count('passed');
    const failed = count('failed');
    const brokenFile = status === 'failed' && failed === 0 ? 1 : 0;
    return {
      passed: total.passed + passed,
      failed: total.failed + failed + brokenFile,
      skipped: total.skipped + assertionResults.length - passed - failed
    };
  }, noCases);
}

/** Adds up the cases of several stages. */
export function sumCases(all: readonly CaseCounts[]): CaseCounts {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped
    }),
    noCases
  );
}
