import { createHash } from 'node:crypto';

/** Few enough for a cursor, and enough that a thousandth part of all keys is looked at for a key that differs. */
const BUCKETS = 512;

/**
 * A set of keys in two kilobytes: each key is added, bit by bit without carry, to one of 512 sums. Two equal sets have
 * equal sums in whatever order they came, and where they differ, the sums of those keys' buckets do: so the keys that one
 * of two large sets lacks are found by looking closely at a few buckets, with neither set in memory. Two differences in
 * one bucket escape with a chance of one in 2³².
 */
export class KeySketch {
  readonly #sums: Uint32Array;

  constructor(text?: string) {
    this.#sums = new Uint32Array(BUCKETS);
    if (text === undefined) return;
    const bytes = Buffer.from(text, 'base64');
    for (let at = 0; at < BUCKETS && at * 4 + 4 <= bytes.length; at += 1) {
      this.#sums[at] = bytes.readUInt32LE(at * 4);
    }
  }

  /** A key that is added twice is not in it. */
  add(key: string): void {
    const { bucket, sum } = placeOf(key);
    this.#sums[bucket] = ((this.#sums[bucket] ?? 0) ^ sum) >>> 0;
  }

  /** Whether keys that fall where this one does may be in one of both sets only. */
  differsAt(key: string, other: KeySketch): boolean {
    return this.#differenceAt(placeOf(key).bucket, other) !== 0;
  }

  /**
   * Of keys that may be what another set has and this one lacks, those of which it is sure: their sum is the difference,
   * or that of one alone.
   */
  sureOf(keys: readonly string[], other: KeySketch): readonly string[] {
    const together = new KeySketch();
    for (const key of keys) together.add(key);
    return keys.filter((key) => {
      const { bucket, sum } = placeOf(key);
      const difference = this.#differenceAt(bucket, other);
      return together.#sums[bucket] === difference || sum === difference;
    });
  }

  #differenceAt(bucket: number, other: KeySketch): number {
    return ((this.#sums[bucket] ?? 0) ^ (other.#sums[bucket] ?? 0)) >>> 0;
  }

  toString(): string {
    const bytes = Buffer.alloc(BUCKETS * 4);
    for (const [at, sum] of this.#sums.entries()) bytes.writeUInt32LE(sum, at * 4);
    return bytes.toString('base64');
  }
}

function placeOf(key: string): { readonly bucket: number; readonly sum: number } {
  const digest = createHash('md5').update(key).digest();
  return { bucket: digest.readUInt32LE(0) % BUCKETS, sum: digest.readUInt32LE(4) };
}
