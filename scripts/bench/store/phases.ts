import { contestantNames, type ContestantName } from './contestant.ts';
import type { Order } from './orders.ts';

/** How much is done in each round of each phase. */
export interface Amounts {
  readonly singles: number;
  readonly parallel: number;
  readonly batches: number;
}

/** One thing that is measured, contestant by contestant. */
export interface Phase {
  readonly name: PhaseName;
  readonly contestants: readonly ContestantName[];
  /** What is done before, without being measured. */
  prepare(round: number): readonly Order[];
  measured(round: number): Order;
}

export const phaseNames = [
  'enqueue',
  'enqueue, 8 parallel',
  'enqueue, batches of 100',
  'enqueue, keyed',
  'claim and complete',
  'claim and complete, batches of 50',
  'claim and complete, keyed',
  'claim and complete, keyed, 8 parallel',
  'claim and complete, keyed, batches of 50'
] as const;
export type PhaseName = (typeof phaseNames)[number];

export const PARALLEL = 8;
export const ENQUEUE_BATCH = 100;
export const CLAIM_BATCH = 50;
const KEYS = 100;

const consumers = contestantNames.filter((name) => !name.startsWith('raw'));

/**
 * The phases of a round. Every round has lanes of its own; the jobs that one phase leaves are those that later ones take,
 * and a few always stay.
 */
export function phasesOf({ singles, parallel, batches }: Amounts): readonly Phase[] {
  const plain = (round: number) => ({ lane: `plain-${round}`, keyed: false });
  const keyed = (round: number) => ({ lane: `keyed-${round}`, keyed: true });
  const none = { kind: 'none' } as const;
  const spread = { kind: 'spread', keys: KEYS } as const;
  const put = (lane: string, count: number, batch: number, lanes = 1): Order => {
    const keys = lane.startsWith('keyed') ? spread : none;
    return { order: 'enqueue', lane, keys, count, batch, parallel: lanes };
  };
  const take = (lane: ReturnType<typeof plain>, count: number, batch = 1, workers = 1): Order => {
    return { order: 'drain', ...lane, count, batch, workers };
  };
  const everyone = { contestants: contestantNames, prepare: () => [] };
  const claiming = { contestants: consumers, prepare: () => [] };
  const refill = (count: number) => (round: number) => [put(keyed(round).lane, count, ENQUEUE_BATCH)];
  return [
    {
      ...everyone,
      name: 'enqueue',
      prepare: (round) => [{ order: 'open', ...plain(round) }, put(plain(round).lane, PARALLEL, 1)],
      measured: (round) => put(plain(round).lane, singles, 1)
    },
    {
      ...everyone,
      name: 'enqueue, 8 parallel',
      measured: (round) => put(plain(round).lane, parallel, 1, PARALLEL)
    },
    {
      ...everyone,
      name: 'enqueue, batches of 100',
      measured: (round) => put(plain(round).lane, batches * ENQUEUE_BATCH, ENQUEUE_BATCH)
    },
    {
      ...everyone,
      name: 'enqueue, keyed',
      prepare: (round) => [{ order: 'open', ...keyed(round) }],
      measured: (round) => put(keyed(round).lane, singles, 1)
    },
    { ...claiming, name: 'claim and complete', measured: (round) => take(plain(round), singles) },
    {
      ...claiming,
      name: 'claim and complete, batches of 50',
      measured: (round) => take(plain(round), parallel, CLAIM_BATCH)
    },
    {
      ...claiming,
      name: 'claim and complete, keyed',
      prepare: refill(2 * KEYS),
      measured: (round) => take(keyed(round), singles)
    },
    {
      ...claiming,
      name: 'claim and complete, keyed, 8 parallel',
      prepare: refill(parallel),
      measured: (round) => take(keyed(round), parallel, 1, PARALLEL)
    },
    {
      ...claiming,
      name: 'claim and complete, keyed, batches of 50',
      prepare: refill(parallel),
      measured: (round) => take(keyed(round), parallel, CLAIM_BATCH)
    }
  ];
}
