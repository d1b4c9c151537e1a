/** What a load of a known size showed. */
export interface LoadResult {
  /** Of each piece of work, in the order in which they ended. */
  readonly milliseconds: readonly number[];
  readonly elapsedMs: number;
}

/**
 * Works through `items`, one at a time on each lane, as many at once as there are lanes. Each lane takes the next item as
 * soon as its last one is done, so that the load is always as wide as it is said to be.
 */
export async function inParallel<Lane, Item>(
  lanes: readonly Lane[],
  items: readonly Item[],
  work: (lane: Lane, item: Item) => Promise<void>
): Promise<LoadResult> {
  const milliseconds: number[] = [];
  const queue = items.values();
  const begun = performance.now();
  const run = async (lane: Lane): Promise<void> => {
    for (const item of queue) {
      const started = performance.now();
      await work(lane, item);
      milliseconds.push(performance.now() - started);
    }
  };
  await Promise.all(lanes.map(run));
  return { milliseconds, elapsedMs: performance.now() - begun };
}
