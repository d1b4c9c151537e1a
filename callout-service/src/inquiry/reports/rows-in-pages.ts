/** Rows of a report that are given at once, and keys of records that are asked for with them. */
export const ROWS_IN_PAGE = 200;

/** A list in pages. */
export function* rowsInPages<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let first = 0; first < rows.length; first += ROWS_IN_PAGE)
    yield rows.slice(first, first + ROWS_IN_PAGE);
}
