/** Something in the package that Salesforce would refuse or that would fail at run time. */
export interface Problem {
  /** Relative to the directory that is checked. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** A warning does not fail the check. */
  readonly severity: 'error' | 'warning';
  readonly what: string;
  readonly fix: string;
}

/** One line for a person: where, what, and what to do. */
export function describeProblem(problem: Problem): string {
  const mark = problem.severity === 'warning' ? 'warning: ' : '';
  return `${problem.file}:${problem.line}: ${mark}${problem.what}. ${problem.fix}`;
}
