import type { OrderWorld } from '../../orders/world/order-world.ts';
import { startSync, untilEnded, type Run, type RunWish } from '../world/sync-api.ts';
import { editCustomers, type CustomerEdit } from './customer-edits.ts';

/** What a case works with: a world in step, whose service runs. */
export interface SyncWork {
  readonly world: OrderWorld;
  readonly random: () => number;
  /** A number that no case had before: for names of its own. */
  readonly number: number;
  readonly noteEdits: (edits: readonly CustomerEdit[]) => void;
  /** Tells of what must not be, beside what every verdict looks for. */
  readonly violated: (what: string) => void;
}

/** One fault by itself. Afterwards everything is well again, and all promises are held against both systems' data. */
export interface SyncCase {
  readonly name: string;
  /** Its numbers among the fault cases for one machine: what it plays of them. */
  readonly plays: readonly number[];
  play(work: SyncWork): Promise<void>;
}

/** Changes customers on either side and on both; the verdict knows what both must show. */
export async function editSome({ world, random, noteEdits }: SyncWork): Promise<void> {
  noteEdits(await editCustomers(world, random));
}

/** Runs pairs to their end, as an admin does. */
export async function runSync({ world }: SyncWork, wish: RunWish): Promise<readonly Run[]> {
  return untilEnded(world, await startSync(world, wish));
}
