import type { StoreContext } from '../store-context.ts';

/**
 * Rows that one transaction deletes. The embedded store has one writer: at this size nobody waits longer for it than
 * for some commits of their own, and most time goes into rows and not into flushing.
 */
export const BATCH = 200;

/** What one transaction did: how many rows went, and where the next one begins; undefined where nothing is left. */
export interface Batch<Place> {
  readonly deleted: number;
  readonly next: Place | undefined;
}

/**
 * Deletes batch by batch, each in a transaction of its own, until nothing is left or `enough` says so. Between them
 * others have their turn.
 */
export async function inBatches<Place>(
  context: StoreContext,
  start: Place,
  {
    batch,
    enough = () => Promise.resolve(false)
  }: {
    readonly batch: (within: StoreContext, place: Place) => Promise<Batch<Place>>;
    readonly enough?: () => Promise<boolean>;
  }
): Promise<number> {
  let deleted = 0;
  let place: Place | undefined = start;
  while (place !== undefined && !(await enough())) {
    const from: Place = place;
    const done = await context.inTransaction((within) => batch(within, from));
    deleted += done.deleted;
    place = done.next;
  }
  return deleted;
}
