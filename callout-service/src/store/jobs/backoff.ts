import type { RetryPolicy } from './retry-policy.ts';

/**
 * Milliseconds until the next attempt, after this one failed (1 for the first): "full jitter" spreads those that failed
 * together (AWS Architecture Blog, Exponential Backoff And Jitter). What the target itself asks for is never undercut.
 */
export function backoffMs(
  attempt: number,
  { backoffBaseMs, backoffCeilingMs }: RetryPolicy,
  { random, retryAfterMs = 0 }: { readonly random: () => number; readonly retryAfterMs: number | undefined }
): number {
  const most = Math.min(backoffCeilingMs, backoffBaseMs * 2 ** (attempt - 1));
  return Math.max(Math.floor(random() * most), Math.ceil(retryAfterMs));
}
