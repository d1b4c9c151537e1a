import { parseCustomerKey, type CustomerKey } from '../canonical/customer-key.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';

const SHOWN_CHARACTERS = 40;

/** Reads a customer's number as Sage shows it, `01-ABF`. Throws LB101. */
export function readCustomerKey(customerNo: string): CustomerKey {
  const key = parseCustomerKey(customerNo);
  if (key !== undefined) return key;
  const shown = customerNo.slice(0, SHOWN_CHARACTERS);
  throw new LedgerBridgeError('LB101', {
    detail: `"${shown}" is not a Sage customer number such as 01-ABF.`
  });
}

/** Sage has no such customer. */
export function unknownCustomer(customerNo: string): LedgerBridgeError {
  return new LedgerBridgeError('LB401', { detail: `Sage has no customer ${customerNo}.` });
}
