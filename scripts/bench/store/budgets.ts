import { percentile } from '../percentiles.ts';
import type { Budget } from '../scenario.ts';
import type { ContestantName } from './contestant.ts';
import type { BacklogShowing } from './measure-backlogs.ts';
import { figuresOf, ratioOfTimes, type Showing } from './measure-phases.ts';
import type { PhaseName } from './phases.ts';
import { growthOf } from './tables.ts';

const ENQUEUE_P99_MS = 10;
const GROWTH = 2;
const ours = ['store-sqlite', 'store-postgres'] as const;
const libraries: readonly ContestantName[] = ['pg-boss', 'graphile-worker'];
const keyedPhases: readonly PhaseName[] = [
  'claim and complete, keyed',
  'claim and complete, keyed, 8 parallel',
  'claim and complete, keyed, batches of 50'
];

/** Everything the store is held against. */
export function storeBudgets(
  phases: readonly Showing[],
  backlogs: readonly BacklogShowing[]
): readonly Budget[] {
  return [...enqueueBudgets(phases), ...growthBudgets(backlogs), ...aheadBudgets(phases, backlogs)];
}

function enqueueBudgets(phases: readonly Showing[]): readonly Budget[] {
  const names: readonly PhaseName[] = ['enqueue', 'enqueue, keyed'];
  return phases
    .filter(({ what, contestant }) => isOurs(contestant) && names.some((name) => name === what))
    .map((showing) => ({
      what: `${showing.what}, ${showing.contestant}, p99`,
      limit: ENQUEUE_P99_MS,
      measured: figuresOf(showing).p99,
      unit: 'ms'
    }));
}

function growthBudgets(backlogs: readonly BacklogShowing[]): readonly Budget[] {
  return backlogs.flatMap((showing) => {
    const growth = isOurs(showing.contestant) ? growthOf(showing, backlogs) : undefined;
    if (growth === undefined) return [];
    const budget = (what: string, measured: number): Budget => ({
      what: `${what}, ${showing.what}, ${showing.contestant}, over a shallow one`,
      limit: GROWTH,
      measured,
      unit: '×'
    });
    return [budget('claim', growth.claim), budget('claim and complete', growth.both)];
  });
}

/** Time of ours over that of the better library on the same server: at most 1 where ours is ahead. */
function aheadBudgets(phases: readonly Showing[], backlogs: readonly BacklogShowing[]): readonly Budget[] {
  const keyed = phases.filter(({ what }) => keyedPhases.some((name) => name === what));
  const showings: readonly Showing[] = [...keyed, ...backlogs];
  return showings
    .filter(({ contestant }) => contestant === 'store-postgres')
    .flatMap((own) => {
      const peers = showings.filter(
        ({ what, contestant }) => what === own.what && libraries.includes(contestant)
      );
      if (peers.length === 0) return [];
      const ratios = peers.map((peer) => ratioOfTimes(own, peer));
      return {
        what: `${own.what}: time over the better library`,
        limit: 1,
        measured: percentile(ratios, 1),
        unit: '×'
      };
    });
}

function isOurs(contestant: ContestantName): boolean {
  return ours.some((name) => name === contestant);
}
