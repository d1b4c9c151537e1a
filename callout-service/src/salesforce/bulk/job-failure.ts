import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** What the words of a failed job mean; the first that fits counts. Source: Bulk API 2.0 Developer Guide, Errors. */
const meanings: readonly { readonly fits: RegExp; readonly code: ErrorCode }[] = [
  { fits: /UNABLE_TO_LOCK_ROW|TooManyLockFailure/, code: 'LB707' },
  { fits: /ExceededQuota|LIMIT_EXCEEDED/i, code: 'LB704' },
  { fits: /Field name not found|InvalidEntity|FeatureNotEnabled/, code: 'LB710' },
  { fits: /InvalidBatch|ClientInputError/, code: 'LB714' }
];

/** Of every row that a job which ended early had not written. Anything that is not known to be lasting is tried again. */
export function jobFailure(state: string, errorMessage = ''): LedgerBridgeError {
  const code = meanings.find(({ fits }) => fits.test(errorMessage))?.code ?? 'LB790';
  const named = /^[A-Za-z_]{3,60}/.exec(errorMessage)?.[0] ?? 'no reason given';
  return new LedgerBridgeError(code, {
    detail: `A bulk job of Salesforce ended as ${state} before this row (${named}).`
  });
}
