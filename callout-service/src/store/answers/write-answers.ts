import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { StoredAnswer } from '../port/last-answers.ts';
import type { AnswerBounds, StoredAnswers } from '../port/stored-answers.ts';

interface WriteParts {
  readonly answers: StoredAnswers;
  readonly bounds: AnswerBounds;
  readonly logger: Logger;
}

/**
 * Writes them together. One that cannot be stored, as it is too large, is left out with a warning, so that it does not
 * hold the others up for ever.
 * @throws what the store throws when it can take none.
 */
export async function writeAnswers(batch: readonly StoredAnswer[], parts: WriteParts): Promise<void> {
  if (batch.length === 0) return;
  try {
    await parts.answers.write(batch, parts.bounds);
  } catch (error) {
    if (!isOfOne(error)) throw error;
    if (batch.length === 1) {
      const operation = batch[0]?.operation;
      parts.logger.warn({ err: error, operation }, 'a last good answer cannot be stored');
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await writeAnswers(batch.slice(0, half), parts);
    await writeAnswers(batch.slice(half), parts);
  }
}

/** Whether the fault lies in an answer: LB616, or a moment that is none. */
function isOfOne(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof LedgerBridgeError && error.code === 'LB616');
}
