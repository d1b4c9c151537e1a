import type { Answer, Ask, DriverFailure, Question } from './protocol.ts';

/** What became of a question. `lost` means that the process ended before it answered. */
export type AskOutcome = Answer | { readonly type: 'lost' };

/** What a process says by saying nothing. */
export const NO_ANSWER: DriverFailure = {
  stage: 'query',
  reason: 'timeout',
  state: 'HYT00',
  message: 'the reader process did not answer'
};

interface QuestionsParts {
  readonly send: (ask: Ask) => void;
  /** How long to wait for the answer to a question that may take `timeoutMs`. */
  readonly patienceMs: (timeoutMs: number) => number;
  /** A question was not answered in that time. */
  readonly hung: () => void;
}

/**
 * Questions to one reader process, one at a time: they are rare, and the threads that the process has beside those of
 * its connections are few.
 */
export class Questions {
  readonly #parts: QuestionsParts;
  readonly #underWay = new Map<number, (outcome: AskOutcome) => void>();
  readonly #begun = Promise.withResolvers<undefined>();
  #last: Promise<unknown> = this.#begun.promise;
  #ended = false;

  constructor(parts: QuestionsParts) {
    this.#parts = parts;
  }

  /** Asks once the process is ready and all earlier questions are answered. Never rejects. */
  ask(id: number, question: Question, timeoutMs: number): Promise<AskOutcome> {
    const outcome = this.#last.then(() => this.#askNow({ type: 'ask', id, question, timeoutMs }));
    this.#last = outcome;
    return outcome;
  }

  /** The process is ready. */
  begin(): void {
    this.#begun.resolve(undefined);
  }

  settle(id: number, answer: Answer): void {
    this.#underWay.get(id)?.(answer);
  }

  /** The process is gone: what waits is lost. */
  end(): void {
    this.#ended = true;
    this.#begun.resolve(undefined);
    for (const resolve of this.#underWay.values()) resolve({ type: 'lost' });
  }

  async #askNow(ask: Ask): Promise<AskOutcome> {
    if (this.#ended) return { type: 'lost' };
    const { promise, resolve } = Promise.withResolvers<AskOutcome>();
    const timer = setTimeout(() => {
      resolve({ type: 'failed', failure: NO_ANSWER });
      this.#parts.hung();
    }, this.#parts.patienceMs(ask.timeoutMs));
    this.#underWay.set(ask.id, resolve);
    this.#parts.send(ask);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(ask.id);
    }
  }
}
