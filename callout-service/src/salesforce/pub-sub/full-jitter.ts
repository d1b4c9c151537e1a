/** How long attempts wait: at most base × 2^tries, and never more than the ceiling. */
export interface Backoff {
  readonly baseMs: number;
  readonly ceilingMs: number;
}

/** Any time from nothing to the whole of it, so that many who fail together do not come back together. */
export function fullJitter(tries: number, { baseMs, ceilingMs }: Backoff): number {
  return Math.random() * Math.min(ceilingMs, baseMs * 2 ** tries);
}
