import type { OrderStream } from '../stream/order-stream.ts';
import type { OrderWorld } from '../world/order-world.ts';

/** What a case works with: a world whose service runs, and a few orders that nobody has won yet. */
export interface CaseWork {
  readonly world: OrderWorld;
  readonly stream: OrderStream;
  readonly random: () => number;
  /** Tells of what must not be, beside what every verdict looks for. */
  readonly violated: (what: string) => void;
}

/** One fault by itself. Afterwards everything is well again, and all promises are held against both systems' data. */
export interface OrderCase {
  readonly name: string;
  play(work: CaseWork): Promise<void>;
}

/** Plays the whole stream. */
export function playAll({ stream }: CaseWork): Promise<void> {
  return stream.playUntil(stream.length);
}
