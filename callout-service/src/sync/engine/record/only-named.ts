import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { PairAtWork } from './pair-at-work.ts';
import type { SalesforceSide } from './read-both.ts';

/** The record of Salesforce that names a key of Sage; an error where several do, of which none is guessed. */
export interface Named {
  readonly side?: SalesforceSide;
  readonly error?: LedgerBridgeError;
}

/** Of the records that name the key, the only one. Key fields are not unique where people enter them, as item codes. */
export function onlyNamed(
  { pair, fields }: Pick<PairAtWork, 'pair' | 'fields'>,
  key: string,
  sides: readonly SalesforceSide[]
): Named {
  const [side] = sides;
  if (side === undefined) return {};
  if (sides.length === 1) return { side };
  const ids = sides.map(({ id }) => id).join(', ');
  const error = new LedgerBridgeError('LB782', {
    detail: `${sides.length} records of ${fields.object} have the same key.`,
    subject: `${pair.entity} ${key}`,
    faults: [
      {
        code: 'LB782',
        field: pair.keyField,
        value: key,
        problem: `It is in ${pair.keyField} of ${ids}.`,
        fix: `Merge them, or clear the field of all but the one that is meant; then replay.`
      }
    ]
  });
  return { error };
}
