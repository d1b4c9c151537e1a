/**
 * Rows that go into one statement. Each size is a statement of its own text that the databases prepare and keep, so
 * there are few sizes; the largest stays far below SQLite's 32,766 parameters (sqlite.org/limits.html).
 */
const SIZES = [500, 100, 20, 5, 1] as const;

/** Rows in parts of few different sizes, in their order. */
export function* inFewSizes<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  let done = 0;
  for (const size of SIZES) {
    for (; rows.length - done >= size; done += size) yield rows.slice(done, done + size);
  }
}
