import type { Inspection } from './inspection.ts';

/** One line of what a scenario found. */
export interface FaultReport {
  readonly scenario: string;
  readonly engine: string;
  readonly seed: number;
  /** What is shown, in this order. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** What must not be; empty when all promises were kept. */
  readonly violations: readonly string[];
}

/** What every scenario is given beside its own settings. */
export interface FaultRun {
  readonly seed: number;
  /** Tells a person how far it is. */
  readonly say: (line: string) => void;
  /** Ends the scenario at its next step: everything is put away, and what was found until then is reported. */
  readonly stop: AbortSignal;
}

/** What must not be in the store, in words. */
export function violationsOf(inspection: Inspection): string[] {
  const counts: readonly (readonly [number, string])[] = [
    [inspection.lostJobs, 'acknowledged jobs lost'],
    [inspection.lostCompletions, 'acknowledged completions lost'],
    [inspection.enqueuedTwice, 'jobs enqueued twice'],
    [inspection.halfDone, 'transactions half done'],
    [inspection.withoutEffect, 'jobs done without their effect'],
    [inspection.ledger.doneTwice, 'effects done twice'],
    [inspection.ledger.outOfOrder, 'effects out of order'],
    [inspection.ledger.overlaps, 'overlaps of one key']
  ];
  return [
    ...counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
    ...inspection.unsound.map((finding) => `unsound: ${finding}`)
  ];
}

/** The middle one and the largest, as `20 / 82`. */
export function medianAndMax(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `${median.toFixed(0)} / ${(sorted.at(-1) ?? 0).toFixed(0)}`;
}
