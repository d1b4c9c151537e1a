import { percentile } from '../percentiles.ts';
import type { ContestantName } from './contestant.ts';
import type { Outcome } from './orders.ts';
import type { Phase } from './phases.ts';
import type { Runner } from './teams.ts';

/** What one contestant showed in one phase, round by round. */
export interface Showing {
  readonly what: string;
  readonly contestant: ContestantName;
  readonly rounds: readonly Outcome[];
}

/** Each phase with each contestant, so that those who are compared run within seconds; who begins changes by round. */
export async function measurePhases(
  phases: readonly Phase[],
  rounds: number,
  runners: readonly Runner[],
  say: (line: string) => void
): Promise<readonly Showing[]> {
  const showings = new Map<
    string,
    { readonly showing: Omit<Showing, 'rounds'>; readonly outcomes: Outcome[] }
  >();
  for (let round = 0; round < rounds; round += 1) {
    for (const phase of phases) {
      say(`round ${round + 1}: ${phase.name}`);
      for (const runner of inTurn(runners, round)) {
        if (!phase.contestants.includes(runner.name)) continue;
        for (const order of phase.prepare(round)) await runner.tell(order);
        const outcome = await runner.tell(phase.measured(round));
        const showing = { what: phase.name, contestant: runner.name };
        const known = showings.get(JSON.stringify(showing)) ?? { showing, outcomes: [] };
        known.outcomes.push(outcome);
        showings.set(JSON.stringify(showing), known);
      }
    }
  }
  return [...showings.values()].map(({ showing, outcomes }) => ({ ...showing, rounds: outcomes }));
}

/** The runners, another one first in each round. */
export function inTurn(runners: readonly Runner[], round: number): readonly Runner[] {
  const first = (round * 2) % Math.max(1, runners.length);
  return [...runners.slice(first), ...runners.slice(0, first)];
}

/** A showing in a few figures, each the median of the rounds' own, so that one busy moment does not decide. */
export interface Figures {
  readonly p50: number;
  readonly p99: number;
  readonly claimP50: number;
  readonly jobsPerSecond: number;
}

export function figuresOf({ rounds }: Pick<Showing, 'rounds'>): Figures {
  const median = (figure: (outcome: Outcome) => number): number => percentile(rounds.map(figure), 0.5);
  return {
    p50: median(({ milliseconds }) => percentile(milliseconds, 0.5)),
    p99: median(({ milliseconds }) => percentile(milliseconds, 0.99)),
    claimP50: median(({ claimMilliseconds }) =>
      claimMilliseconds.length === 0 ? Number.NaN : percentile(claimMilliseconds, 0.5)
    ),
    jobsPerSecond: median(({ jobs, elapsedMs }) => (jobs / elapsedMs) * 1_000)
  };
}

/** The median of the rounds' own ratios of time, of one over the other. */
export function ratioOfTimes(one: Showing, other: Showing): number {
  const perJob = ({ jobs, elapsedMs }: Outcome): number => elapsedMs / jobs;
  const ratios = one.rounds.flatMap((round, place) => {
    const peer = other.rounds[place];
    return peer === undefined ? [] : [perJob(round) / perJob(peer)];
  });
  return percentile(ratios, 0.5);
}
