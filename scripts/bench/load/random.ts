/** Gives whole numbers below a bound, the same ones for the same seed (mulberry32). */
export function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** `count` of the items, drawn with replacement. Throws a RangeError when there are none. */
export function draw<T>(items: readonly T[], count: number, random: (below: number) => number): T[] {
  if (items.length === 0) throw new RangeError('There is nothing to draw from.');
  return Array.from({ length: count }, () => items[random(items.length)]).filter(
    (item) => item !== undefined
  );
}
