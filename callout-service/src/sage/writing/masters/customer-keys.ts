import { parseCustomerKey, type CustomerKey } from '../../../canonical/customer-key.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { fieldFault } from '../../../rules/written-values/field-fault.ts';
import type { WrittenValue } from '../../../rules/written-values/written-value.ts';
import { code, division } from '../../records/key-segments.ts';

/** Throws LB101 for a text that is no customer number of Sage. */
export function customerKeyOf(customerNo: string): CustomerKey {
  const key = parseCustomerKey(customerNo);
  if (key !== undefined) return key;
  const place = { field: 'customerNo', value: customerNo };
  throw new LedgerBridgeError('LB101', {
    detail: 'The customer number is not of the form 01-ABF.',
    faults: [fieldFault('LB101', place, 'It is not a customer number of Sage, as 01-ABF.')]
  });
}

export function customerKeyValues(key: CustomerKey): readonly WrittenValue[] {
  return [
    keyValue('ARDivisionNo', 'customerNo', division(key.arDivisionNo)),
    keyValue('CustomerNo', 'customerNo', code(key.customerNo))
  ];
}

/** A part of a key, which is a code. */
export function keyValue(column: string, field: string, value: string): WrittenValue {
  return { column, field, kind: 'code', value };
}
