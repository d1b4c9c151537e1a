import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { fieldFault } from '../../../rules/written-values/field-fault.ts';
import type { SageTarget } from '../object-pair.ts';
import { ofCustomer } from '../reads/key-forms.ts';
import { formatCustomerKey } from '../../../canonical/customer-key.ts';

/** A record of a customer: the customer's key, and the code of the record, undefined for a new one. */
export interface PlaceOfCustomer {
  readonly customerNo: string;
  readonly code: string | undefined;
}

/**
 * Whose record it is: of a new one by the field that points at the customer, else by its key, where that field decides
 * between two ways of reading it.
 * @throws LedgerBridgeError LB781 when the field of a new record points at no customer of Sage.
 */
export function customerOf({ key, references, salesforceId }: SageTarget, field: string): PlaceOfCustomer {
  const pointedAt = references[field];
  if (key !== undefined) {
    const readings = ofCustomer(key).map(({ customer, rest }) => ({
      customerNo: formatCustomerKey(customer),
      code: rest
    }));
    const [first] = readings;
    const found = readings.find(({ customerNo }) => customerNo === pointedAt) ?? first;
    if (found !== undefined) return found;
  }
  if (pointedAt !== undefined) return { customerNo: pointedAt, code: undefined };
  const problem = 'It names no account that is a customer of Sage.';
  throw new LedgerBridgeError('LB781', {
    detail: 'A record of a customer has no customer.',
    subject: salesforceId,
    faults: [fieldFault('LB781', { field, value: '' }, problem)]
  });
}
