import { LedgerBridgeError } from './ledger-bridge-error.ts';

/** Any thrown value as the service's own error: what nobody expected becomes LB901 with the value as its cause. */
export function asLedgerBridgeError(thrown: unknown): LedgerBridgeError {
  if (thrown instanceof LedgerBridgeError) return thrown;
  return new LedgerBridgeError('LB901', { detail: 'The service failed unexpectedly.', cause: thrown });
}
