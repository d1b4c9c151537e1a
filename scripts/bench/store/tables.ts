import type { ResultTable } from '../scenario.ts';
import type { BacklogShowing } from './measure-backlogs.ts';
import { figuresOf, type Showing } from './measure-phases.ts';

/** Start and memory of a contestant's process. */
export interface Footprint {
  readonly contestant: string;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly startMib: number;
  readonly endMib: number;
}

/** What each phase showed: medians of the rounds. */
export function showingTable(title: string, showings: readonly Showing[]): ResultTable {
  return {
    title,
    head: ['what', 'by', 'p50 ms', 'p99 ms', 'jobs/s'],
    rows: showings.map((showing) => {
      const { p50, p99, jobsPerSecond } = figuresOf(showing);
      const perSecond = Number.isFinite(jobsPerSecond) ? jobsPerSecond.toFixed(0) : '';
      return [showing.what, showing.contestant, p50.toFixed(2), p99.toFixed(2), perSecond];
    })
  };
}

/** What a job costs in a backlog, and how that grows with its depth. */
export function backlogTable(showings: readonly BacklogShowing[]): ResultTable {
  return {
    title:
      'claim and complete out of backlogs (spread: ten jobs a key; hot: all of one key, 500 more beside it)',
    head: ['backlog', 'by', 'claim p50 ms', 'p50 ms', 'p99 ms', 'jobs/s', 'over the shallow one'],
    rows: showings.map((showing) => {
      const { claimP50, p50, p99, jobsPerSecond } = figuresOf(showing);
      const growth = growthOf(showing, showings);
      return [
        showing.what,
        showing.contestant,
        Number.isNaN(claimP50) ? '' : claimP50.toFixed(2),
        p50.toFixed(2),
        p99.toFixed(2),
        jobsPerSecond.toFixed(0),
        growth === undefined ? '' : `${growth.toFixed(2)} ×`
      ];
    })
  };
}

/** The median of a job's time over that in the shallow backlog of the same shape; undefined for that one itself. */
export function growthOf(showing: BacklogShowing, showings: readonly BacklogShowing[]): number | undefined {
  if (showing.batch > 1) return undefined;
  const shallow = showings.find(
    ({ contestant, shape, batch, depth }) =>
      contestant === showing.contestant && shape === showing.shape && batch === 1 && depth < showing.depth
  );
  return shallow === undefined ? undefined : figuresOf(showing).p50 / figuresOf(shallow).p50;
}

/** Start and memory, each contestant's process by itself. */
export function footprintTable(footprints: readonly Footprint[]): ResultTable {
  return {
    title: 'start (made anew, and opened again by another process), and resident memory of the process',
    head: ['by', 'cold ms', 'warm ms', 'MiB once open', 'MiB at the end'],
    rows: footprints.map(({ contestant, coldMs, warmMs, startMib, endMib }) => [
      contestant,
      coldMs.toFixed(0),
      warmMs.toFixed(0),
      startMib.toFixed(0),
      endMib.toFixed(0)
    ])
  };
}
