import type { LoopFileSystem } from '../../store/loop-file-system.ts';
import type { Basis } from '../seed/seed-world.ts';
import type { PlannedOrder } from '../seed/planned-order.ts';
import type { OrderStream } from '../stream/order-stream.ts';
import type { OrderWorld } from '../world/order-world.ts';

/** What a case works with: a world whose service runs, and a few orders that nobody has won yet. */
export interface CaseWork {
  readonly world: OrderWorld;
  readonly basis: Basis;
  readonly stream: OrderStream;
  /** What the stream is made of. */
  readonly orders: readonly PlannedOrder[];
  readonly random: () => number;
  /** Where the store is, in a case that asked for a disk. */
  readonly disk: LoopFileSystem | undefined;
  /** Tells of what must not be, beside what every verdict looks for. */
  readonly violated: (what: string) => void;
}

/** One fault by itself. Afterwards everything is well again, and all promises are held against both systems' data. */
export interface OrderCase {
  readonly name: string;
  /** Whether the store is to be on a small disk of its own, in a world of its own. */
  readonly needsDisk?: boolean;
  /** Makes another order of a planned one, before its records are made. */
  readonly plan?: (order: PlannedOrder, index: number) => PlannedOrder;
  play(work: CaseWork): Promise<void>;
}

/** Plays the whole stream. */
export function playAll({ stream }: CaseWork): Promise<void> {
  return stream.playUntil(stream.length);
}
