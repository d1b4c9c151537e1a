import type { SyncRun } from 'c/syncRun';

/**
 * How far a run is, in whole percent. An estimate is no promise: a run that goes on is never shown as complete, and one
 * that succeeded is, whatever was expected. Undefined where nothing is known to measure it by.
 */
export function percentOf({ state, counts }: SyncRun, expected: number | undefined): number | undefined {
  if (state === 'succeeded') return expected === undefined ? undefined : 100;
  if (expected === undefined || expected <= 0) return undefined;
  return Math.min(99, Math.floor((counts.read / expected) * 100));
}
