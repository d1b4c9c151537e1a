import { LedgerBridgeError, type FieldFault } from '../../../errors/ledger-bridge-error.ts';
import type { FieldValue } from '../../../mapping/field-value.ts';
import type { FieldDecision } from '../../../mapping/merge/merge.ts';

/** What a record fails of whose values cannot be written. */
export function valueFaults(faults: readonly FieldFault[], subject: string): LedgerBridgeError {
  const fields = [...new Set(faults.map(({ field }) => field))].join(', ');
  return new LedgerBridgeError('LB786', {
    detail: `Values cannot be written in the other system: ${fields}.`,
    subject,
    faults
  });
}

/** What a record fails of that waits for a person's choice. */
export function conflictFault(conflicts: readonly FieldDecision[], subject: string): LedgerBridgeError {
  const ids = conflicts.map(({ id }) => id).join(', ');
  return new LedgerBridgeError('LB780', {
    detail: `Both systems changed the same fields since they last agreed: ${ids}.`,
    subject,
    faults: conflicts.map(({ id, sage, salesforce, agreed }) => ({
      code: 'LB780',
      field: id,
      value: shown(salesforce),
      problem: `Sage has ${shown(sage)}, Salesforce has ${shown(salesforce)}; they agreed on ${shown(agreed?.sage ?? [])}.`,
      fix: `Replay with {"decided": {"${id}": "sage"}} or "salesforce", or make both the same.`
    }))
  });
}

function shown(values: readonly FieldValue[]): string {
  const texts = values.map((value) => (value === null ? 'nothing' : String(value)));
  return texts.length === 0 ? 'nothing' : texts.join(', ');
}
