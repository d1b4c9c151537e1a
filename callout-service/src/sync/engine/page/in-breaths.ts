import { setImmediate } from 'node:timers/promises';

/**
 * How long records are worked through in one piece. Leases are extended, events kept alive and requests answered in between:
 * a page of thousands in one piece took seconds.
 */
const BREATH_MS = 10;

/** Does the same to each of many records, in their order, and lets others have the process in between. */
export async function inBreaths<T, U>(
  rows: readonly T[],
  does: (row: T, place: number) => U
): Promise<readonly U[]> {
  const done: U[] = [];
  let end = performance.now() + BREATH_MS;
  for (const [place, row] of rows.entries()) {
    done.push(does(row, place));
    if (performance.now() < end) continue;
    await setImmediate();
    end = performance.now() + BREATH_MS;
  }
  return done;
}
