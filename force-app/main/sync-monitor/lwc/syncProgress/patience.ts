const BETWEEN_QUESTIONS_MS = 3_000;
const LONGEST_PAUSE_MS = 30_000;

/** Milliseconds until the next question; twice as long after each failure in a row. */
export function pauseAfter(failuresInARow: number): number {
  return Math.min(BETWEEN_QUESTIONS_MS * 2 ** failuresInARow, LONGEST_PAUSE_MS);
}
