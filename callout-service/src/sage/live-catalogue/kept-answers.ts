/**
 * Keeps answers by key for a time. Those who ask at once share one answer; a refusal is not kept.
 */
export class KeptAnswers<T> {
  readonly #keepForMs: number;
  readonly #kept = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();

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
    const kept = { answer, until: performance.now() + this.#keepForMs };
    this.#kept.set(key, kept);
    answer.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return answer;
  }

  forget(): void {
    this.#kept.clear();
  }
}
