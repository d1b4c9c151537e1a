import type { ResultTable } from '../scenario.ts';
import { contestantNames, type ContestantName } from './contestant.ts';
import type { BacklogShowing } from './measure-backlogs.ts';
import { figuresOf, type Showing } from './measure-phases.ts';

/** Start and memory of a contestant's process. */
export interface Footprint {
  readonly contestant: ContestantName;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly startMib: number;
  readonly endMib: number;
}

/** One line for each thing that was measured, one column for each contestant. */
export function showingTable(showings: readonly Showing[]): ResultTable {
  return {
    title: 'p50 / p99 ms (jobs/s), each the median of the rounds; a batch counts as one',
    ...pivot(showings, (showing) => {
      const { p50, p99, jobsPerSecond } = figuresOf(showing);
      const perSecond = Number.isFinite(jobsPerSecond) ? ` (${jobsPerSecond.toFixed(0)})` : '';
      return `${p50.toFixed(2)} / ${p99.toFixed(2)}${perSecond}`;
    })
  };
}

/** How a job's cost grows with the depth of the backlog that it is taken out of. */
export function growthTable(showings: readonly BacklogShowing[]): ResultTable {
  const deep = showings.filter((showing) => growthOf(showing, showings) !== undefined);
  return {
    title: 'claim alone, and claim with complete: p50 in the deep backlog over p50 in the shallow one',
    ...pivot(deep, (showing) => {
      const { claim, both } = growthOf(showing, showings) ?? { claim: Number.NaN, both: Number.NaN };
      return Number.isNaN(claim) ? `${both.toFixed(2)} ×` : `${claim.toFixed(2)} × / ${both.toFixed(2)} ×`;
    })
  };
}

/** Ratios of the deep backlog over the shallow one of the same shape; undefined for that one itself, and for batches. */
export function growthOf(
  showing: BacklogShowing,
  showings: readonly BacklogShowing[]
): { readonly claim: number; readonly both: number } | undefined {
  if (showing.batch > 1) return undefined;
  const shallow = showings.find(
    ({ contestant, shape, batch, depth }) =>
      contestant === showing.contestant && shape === showing.shape && batch === 1 && depth < showing.depth
  );
  if (shallow === undefined) return undefined;
  const [after, before] = [figuresOf(showing), figuresOf(shallow)];
  return { claim: after.claimP50 / before.claimP50, both: after.p50 / before.p50 };
}

/** Start and memory, each contestant's process by itself. */
export function footprintTable(footprints: readonly Footprint[]): ResultTable {
  return {
    title: 'opening it (made anew, and again by another process), and resident memory of the process',
    head: ['by', 'anew ms', 'again ms', 'MiB once open', 'MiB at the end'],
    rows: footprints.map(({ contestant, coldMs, warmMs, startMib, endMib }) => [
      contestant,
      ...[coldMs, warmMs, startMib, endMib].map((figure) => figure.toFixed(0))
    ])
  };
}

function pivot<Row extends Showing>(
  showings: readonly Row[],
  cell: (showing: Row) => string
): Pick<ResultTable, 'head' | 'rows'> {
  const columns = contestantNames.filter((name) => showings.some(({ contestant }) => contestant === name));
  const lines = [...new Set(showings.map(({ what }) => what))];
  const rows = lines.map((line) => [
    line,
    ...columns.map((column) => {
      const showing = showings.find(({ what, contestant }) => what === line && contestant === column);
      return showing === undefined ? '' : cell(showing);
    })
  ]);
  return { head: ['', ...columns], rows };
}
