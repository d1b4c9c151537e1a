import type { Spread } from './percentiles.ts';

/** One line of a benchmark's result. */
export interface Measurement {
  /** What was measured, as `service, 4 parallel`. */
  readonly what: string;
  readonly milliseconds: Spread;
  readonly requestsPerSecond?: number;
}

/** What a benchmark is held against. */
export interface Budget {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  readonly unit: string;
}

/** A result that is more than times: memory, rows a second, ratios. */
export interface ResultTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a scenario gives back. */
export interface ScenarioResult {
  /** Everything needed to repeat the run: sizes, seeds, counts, durations. */
  readonly settings: Readonly<Record<string, string | number>>;
  readonly measurements: readonly Measurement[];
  readonly budgets: readonly Budget[];
  readonly tables?: readonly ResultTable[];
}

/** What a person chose for a run, by the name of the option: `--rows 10000` is `rows`. */
export type ScenarioOptions = Readonly<Record<string, string>>;

/** A benchmark: sets up what it needs, measures against a peer or a lower bound in the same run, and cleans up. */
export interface Scenario {
  readonly name: string;
  readonly summary: string;
  /** Options that it knows, each with what it means and what it is when it is not given. */
  readonly options?: ScenarioOptions;
  run(say: (line: string) => void, options: ScenarioOptions): Promise<ScenarioResult>;
}
