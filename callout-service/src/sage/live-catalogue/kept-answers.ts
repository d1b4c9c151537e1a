interface Kept<T> {
  readonly answer: Promise<T>;
  readonly until: number;
  settled?: T;
}

/**
 * Keeps answers by key for a time. Those who ask at once share one answer; a refusal is not kept.
 */
export class KeptAnswers<T> {
  readonly #keepForMs: number;
  readonly #kept = new Map<string, Kept<T>>();

  constructor(keepForMs: number) {
    this.#keepForMs = keepForMs;
  }

  /** What is kept or under way for a key. */
  get(key: string): Promise<T> | undefined {
    const kept = this.#kept.get(key);
    return kept !== undefined && performance.now() < kept.until ? kept.answer : undefined;
  }

  /** Keeps an answer that is under way. */
  keep(key: string, answer: Promise<T>): Promise<T> {
    const kept: Kept<T> = { answer, until: performance.now() + this.#keepForMs };
    this.#kept.set(key, kept);
    answer.then(
      (settled) => (kept.settled = settled),
      () => {
        if (this.#kept.get(key) === kept) this.#kept.delete(key);
      }
    );
    return answer;
  }

  forget(): void {
    this.#kept.clear();
  }

  /** Forgets this answer, unless another one is kept or under way by now. */
  forgetAnswer(key: string, answer: T): void {
    if (this.#kept.get(key)?.settled === answer) this.#kept.delete(key);
  }
}
