const KEPT = 10_000;

/**
 * Numbers that Sage handed out for requests whose record was not surely written. The next attempt of a request takes its
 * number again: whatever Sage's own process may still write then has that very key, so that there cannot be two.
 */
export class NumbersInDoubt {
  readonly #numbers = new Map<string, string>();

  of(requestKey: string): string | undefined {
    return this.#numbers.get(requestKey);
  }

  keep(requestKey: string, number: string): void {
    const [oldest] = this.#numbers.keys();
    if (this.#numbers.size >= KEPT && oldest !== undefined) this.#numbers.delete(oldest);
    this.#numbers.set(requestKey, number);
  }

  forget(requestKey: string): void {
    this.#numbers.delete(requestKey);
  }
}
