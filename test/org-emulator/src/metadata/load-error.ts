/** One thing wrong in the package's metadata: which file, which component in it, what is wrong. */
export interface MetadataProblem {
  readonly file: string;
  readonly component: string;
  readonly problem: string;
}

/** The package cannot be loaded; lists every problem found, one a line. */
export class MetadataLoadError extends Error {
  readonly problems: readonly MetadataProblem[];

  constructor(problems: readonly MetadataProblem[]) {
    const lines = problems.map(({ file, component, problem }) => `${file}: ${component}: ${problem}`);
    super(`The package's metadata cannot be loaded:\n${lines.join('\n')}`);
    this.name = 'MetadataLoadError';
    this.problems = problems;
  }
}

/** Gathers problems, so that one start shows all of them. */
export class ProblemList {
  readonly #problems: MetadataProblem[] = [];

  add(file: string, component: string, problem: string): void {
    this.#problems.push({ file, component, problem });
  }

  /** Runs `work`; when it throws a load error its problems join the list and `undefined` comes back. */
  collect<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof MetadataLoadError)) throw error;
      this.#problems.push(...error.problems);
      return undefined;
    }
  }

  throwIfAny(): void {
    if (this.#problems.length > 0) throw new MetadataLoadError(this.#problems);
  }
}
