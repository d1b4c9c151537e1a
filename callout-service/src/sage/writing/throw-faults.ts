import { LedgerBridgeError, type FieldFault } from '../../errors/ledger-bridge-error.ts';

/**
 * Throws when there are faults: one with its own code, several with LB523. The sentence that is logged names the fields
 * and never their values.
 */
export function throwFaults(faults: readonly FieldFault[], subject: string): void {
  const [first, ...others] = faults;
  if (first === undefined) return;
  const fields = [...new Set(faults.map(({ field }) => field))].join(', ');
  throw new LedgerBridgeError(others.length === 0 ? first.code : 'LB523', {
    detail: `Nothing was written, because of ${fields}.`,
    subject,
    faults
  });
}
