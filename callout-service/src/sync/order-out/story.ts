/** What happened to a request, step by step, for people. */
export interface Story {
  readonly startedAt: string;
  readonly steps: readonly string[];
  /** Something that was found out or decided. */
  tell(...sentences: readonly string[]): void;
  /** A step of work under its name, with what it found and the milliseconds it took. It is told also when it fails. */
  step<T>(name: string, work: () => Promise<T>, result?: (value: T) => string): Promise<T>;
}

export function createStory(startedAt: string): Story {
  const steps: string[] = [];
  return {
    startedAt,
    steps,
    tell: (...sentences) => void steps.push(...sentences),
    async step(name, work, result = () => '') {
      const since = performance.now();
      const took = () => `(${Math.round(performance.now() - since)} ms)`;
      try {
        const value = await work();
        const found = result(value);
        steps.push(`${name}${found === '' ? '' : `: ${found}`} ${took()}`);
        return value;
      } catch (error) {
        steps.push(`${name}: failed ${took()}`);
        throw error;
      }
    }
  };
}
