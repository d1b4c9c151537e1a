import type { KeySpread } from './benchmark-jobs.ts';
import { inTurn, type Showing } from './measure-phases.ts';
import type { Order, Outcome } from './orders.ts';
import { CLAIM_BATCH } from './phases.ts';
import type { Arena, Runner } from './teams.ts';

/** How deep the backlogs are, and how many jobs are taken from them in each round. */
export interface Depths {
  readonly shallow: number;
  readonly deep: number;
  readonly taken: number;
  /** Keys with one job each, beside a hot one. */
  readonly others: number;
}

export const shapes = ['spread', 'hot'] as const;
export type Shape = (typeof shapes)[number];

const JOBS_OF_A_KEY = 10;
const FILL_BATCH = 500;

/** What one contestant showed with one backlog. */
export interface BacklogShowing extends Showing {
  readonly shape: Shape;
  readonly depth: number;
  readonly batch: number;
}

/**
 * Claims and completes out of backlogs of two depths. `spread`: ten jobs of each key, so that a job's own work is the same
 * at both depths. `hot`: all jobs of one key, and one job of each of the others. What is taken is put back.
 */
export async function measureBacklogs(
  depths: Depths,
  rounds: number,
  runners: readonly Runner[],
  { say, vacuum }: Arena
): Promise<readonly BacklogShowing[]> {
  const backlogs = backlogsOf(depths);
  for (const { keys, depth, lane } of backlogs.filter(({ batch }) => batch === 1)) {
    say(`filling ${lane}`);
    for (const runner of runners) {
      await runner.tell({ order: 'open', lane, keyed: true });
      await runner.tell(put(lane, depth, keys));
    }
  }
  await vacuum();
  const showings = backlogs.flatMap((backlog) =>
    runners.map((runner) => ({ ...backlog, runner, rounds: [] as Outcome[] }))
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const backlog of backlogs) {
      say(`round ${round + 1}: ${backlog.what}`);
      for (const runner of inTurn(runners, round)) {
        const showing = showings.find((each) => each.runner === runner && each.what === backlog.what);
        showing?.rounds.push(await takeAndPutBack(runner, backlog));
      }
    }
  }
  return showings.map(({ runner, ...showing }) => ({ ...showing, contestant: runner.name }));
}

interface Backlog {
  readonly what: string;
  readonly shape: Shape;
  readonly depth: number;
  readonly lane: string;
  readonly batch: number;
  readonly taken: number;
  readonly keys: KeySpread;
}

function backlogsOf({ shallow, deep, taken, others }: Depths): readonly Backlog[] {
  const single = shapes.flatMap((shape) =>
    [shallow, deep].map((depth) => ({ shape, depth, batch: 1, taken, lane: `keyed-${shape}-${depth}` }))
  );
  const batches = shapes.map((shape) => ({
    ...{ shape, depth: deep, batch: CLAIM_BATCH, taken: taken * 2 },
    lane: `keyed-${shape}-${deep}`
  }));
  return [...single, ...batches].map((backlog) => ({
    ...backlog,
    keys: keysOf(backlog.shape, backlog.depth, others),
    what: `${backlog.depth} jobs, ${backlog.shape}${backlog.batch === 1 ? '' : `, batches of ${backlog.batch}`}`
  }));
}

async function takeAndPutBack(runner: Runner, { lane, batch, taken, keys }: Backlog): Promise<Outcome> {
  const outcome = await runner.tell({ order: 'drain', lane, keyed: true, count: taken, batch, workers: 1 });
  await runner.tell(put(lane, taken, keys.kind === 'hot' ? { kind: 'hot', others: 0 } : keys));
  return outcome;
}

function keysOf(shape: Shape, depth: number, others: number): KeySpread {
  return shape === 'hot'
    ? { kind: 'hot', others }
    : { kind: 'spread', keys: Math.ceil(depth / JOBS_OF_A_KEY) };
}

function put(lane: string, count: number, keys: KeySpread): Order {
  return { order: 'enqueue', lane, keys, count, batch: FILL_BATCH, parallel: 1 };
}
