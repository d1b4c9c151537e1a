import type { z } from 'zod';
import type { Freshness } from '../canonical/freshness.ts';
import { asLedgerBridgeError } from '../errors/as-ledger-bridge-error.ts';
import type { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { LastAnswers } from '../store/port/last-answers.ts';
import { createSingleFlight } from './single-flight.ts';

export interface LiveOrLastParts {
  readonly lastAnswers: LastAnswers;
  /** Told whenever an answer had to be taken from the last good one, and why. */
  readonly onStale?: (reason: LedgerBridgeError) => void;
}

/** Asks Sage with `read`, or gives the last good answer for the same key. */
export type LiveOrLast<A> = (key: string, read: () => Promise<A>) => Promise<A>;

/**
 * Makes the way in which every inquiry answers: what Sage says is kept as the last good answer; when Sage cannot answer
 * (LB3xx), that one is given, marked as stale with the reason; when Sage says that there is no such record (LB4xx), it is
 * forgotten. Calls for the same key at the same moment share one read. `operation` names the kind of answer in the store.
 */
export function createLiveOrLast<A extends Freshness>(
  operation: string,
  schema: z.ZodType<A>,
  parts: LiveOrLastParts
): LiveOrLast<A> {
  const share = createSingleFlight<A>();
  const { lastAnswers } = parts;

  async function ask(key: string, read: () => Promise<A>): Promise<A> {
    try {
      const answer = await read();
      lastAnswers.remember({ operation, key, asOf: answer.asOf, answer });
      return answer;
    } catch (thrown) {
      const reason = asLedgerBridgeError(thrown);
      if (reason.code.startsWith('LB4')) lastAnswers.forget(operation, key);
      if (!reason.code.startsWith('LB3')) throw thrown;
      return fromLast(key, reason);
    }
  }

  async function fromLast(key: string, reason: LedgerBridgeError): Promise<A> {
    const stored = await lastAnswers.find(operation, key);
    // An answer that another version kept in another shape counts as none.
    const last = schema.safeParse(stored?.answer).data;
    if (last === undefined) throw reason;
    parts.onStale?.(reason);
    const { title, action } = reason.entry;
    return { ...last, source: 'cache', stale: { code: reason.code, title, detail: reason.detail, action } };
  }

  return (key, read) => share(key, () => ask(key, read));
}
