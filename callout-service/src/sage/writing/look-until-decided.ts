import { setTimeout as delay } from 'node:timers/promises';
import type { WriterTiming } from './options.ts';

/** What a look-up after an unknown outcome came to. */
export type Decision<T> =
  | { readonly type: 'written'; readonly found: T }
  | { readonly type: 'not-written' }
  | { readonly type: 'undecided'; readonly cause: unknown };

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Looks again and again for what may have been written. Found decides at once; not found decides only once the settle
 * time is over, since Sage's own process may still be at it. While Sage cannot be read nothing is decided.
 */
export async function lookUntilDecided<T>(
  look: () => Promise<T | undefined>,
  { settleMs, lookUpTimeoutMs }: WriterTiming
): Promise<Decision<T>> {
  const startedAt = performance.now();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const lookedAt = performance.now() - startedAt;
    const answer = await look().then(
      (found) => ({ found }),
      (cause: unknown) => ({ cause })
    );
    if ('found' in answer && answer.found !== undefined) return { type: 'written', found: answer.found };
    if ('found' in answer && lookedAt >= settleMs) return { type: 'not-written' };
    if ('cause' in answer && lookedAt >= Math.max(settleMs, lookUpTimeoutMs))
      return { type: 'undecided', cause: answer.cause };
    const untilSettled = settleMs - (performance.now() - startedAt);
    await delay('found' in answer ? Math.max(1, Math.min(pause, untilSettled)) : pause);
  }
}
