import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { entryName } from '../entry-text.ts';
import { jsonText } from '../json-text.ts';
import type { IdempotencyKeys, IdempotentRequest } from '../port/idempotency.ts';
import { reading } from '../reading.ts';
import type { StoreContext } from '../store-context.ts';
import { findKnown, keepAnswers, nameOf, takeKeys } from './take-keys.ts';

/** Keys of requests, in the database itself or within one transaction. */
export function createIdempotencyKeys(context: StoreContext): IdempotencyKeys {
  return {
    async take(request) {
      entryName(request.scope, 'scope of the idempotency key');
      entryName(request.key, 'idempotency key');
      return context.inTransaction(async (within) => {
        const known = await takeKeys(within, [request]);
        return known.get(nameOf(request)) ?? { outcome: 'new' };
      });
    },
    async find(scope, key) {
      const request: IdempotentRequest = { scope, key, fingerprint: '' };
      const known = await reading(context, (database) => findKnown({ database }, [request]));
      return known.get(nameOf(request)) ?? { outcome: 'new' };
    },
    answer: (scope, key, answer) =>
      context.inTransaction(async (within) => {
        const answerText = jsonText(answer, 'answer to a request');
        if ((await keepAnswers(within, [{ scope, key, answerText }])) === 1) return;
        throw new LedgerBridgeError('LB610', {
          detail: 'An idempotency key that was to be answered is not there.',
          subject: `${scope} ${key}`
        });
      })
  };
}
