/** Sage answers within two seconds when all is well; a page that waits need not ask more often than people look. */
const PAUSES_MS = [1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000, 5_000, 5_000, 10_000, 10_000, 20_000];
const LAST_PAUSE_MS = 30_000;

/** After so long a wait people want to know that nothing is lost. */
export const LONG_WAIT_MS = 30_000;

/** How long to wait before the record is read again, for the first time, the second time … */
export function pauseBefore(attempt: number): number {
  return PAUSES_MS[attempt] ?? LAST_PAUSE_MS;
}
