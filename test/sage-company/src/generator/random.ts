/**
 * A small repeatable source of numbers (sfc32, seeded by hashing a label). Each record draws from a source of its own,
 * labelled with its key, so that a new table or column does not change the figures of all others.
 */
export class Random {
  readonly #label: string;
  #state: [number, number, number, number];

  constructor(label: string) {
    this.#label = label;
    this.#state = hash(label);
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** An independent source for one part of the work. */
  fork(label: string): Random {
    return new Random(`${this.#label}/${label}`);
  }

  /** A fraction from 0 up to but not including 1. */
  next(): number {
    const [a, b, c, counter] = this.#state;
    const sum = (a + b + counter) | 0;
    this.#state = [
      b ^ (b >>> 9),
      (c + (c << 3)) | 0,
      (((c << 21) | (c >>> 11)) + sum) | 0,
      (counter + 1) | 0
    ];
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** A whole count from zero up that is `mean` on average. */
  count(mean: number): number {
    return Math.floor(this.next() * 2 * mean + this.next());
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.integer(0, from.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }
}

/** FNV-1a over the label, once per word of the state with another start value. */
function hash(label: string): [number, number, number, number] {
  const word = (start: number) => {
    let value = start;
    for (const character of label) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619);
    return value | 0;
  };
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x85ebca6b), 1];
}
