/** The values of a map in the order of its keys, character by character, as Sage orders the segments of a key. */
export function inKeyOrder<T>(map: ReadonlyMap<string, T>): readonly T[] {
  const entries = [...map].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return entries.map(([, value]) => value);
}
