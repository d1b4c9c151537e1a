/** A random time from a half to the whole of base × 2^tries, at most the ceiling: many that fail together do not return together. */
export function jitteredBackoff(
  tries: number,
  { baseMs, ceilingMs }: { readonly baseMs: number; readonly ceilingMs: number }
): number {
  const most = Math.min(ceilingMs, baseMs * 2 ** tries);
  return most / 2 + (Math.random() * most) / 2;
}
