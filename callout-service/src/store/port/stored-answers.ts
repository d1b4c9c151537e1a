import type { StoredAnswer } from './last-answers.ts';

/** Which answers are dropped when others are written. */
export interface AnswerBounds {
  /** ISO 8601 in UTC; older answers go. */
  readonly oldestAsOf: string;
  /** Beyond it the oldest go. */
  readonly maxRows: number;
}

/** Last good answers as rows of the store. Who shows them uses `LastAnswers`, which never fails. */
export interface StoredAnswers {
  find(operation: string, key: string): Promise<StoredAnswer | undefined>;
  /** An older answer does not replace a newer one. */
  write(answers: readonly StoredAnswer[], bounds: AnswerBounds): Promise<void>;
  forget(operation: string, key: string): Promise<void>;
  count(): Promise<number>;
}
