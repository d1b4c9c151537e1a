import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** CI_Item.ItemCode is 30 characters long (Sage 100 file layouts). */
const ITEM_CODE_LENGTH = 30;

/** An item code as Sage keeps it: upper case, no blanks around it. Throws LB109. */
export function readItemCode(asked: string): string {
  const itemCode = asked.trim().toUpperCase();
  if (isItemCode(itemCode)) return itemCode;
  throw new LedgerBridgeError('LB109', {
    detail: `"${asked.slice(0, ITEM_CODE_LENGTH + 10)}" is not a Sage item code of 1 to ${ITEM_CODE_LENGTH} characters.`
  });
}

/** Whether Sage could have an item of this code, in upper case and without blanks around it. */
export function isItemCode(itemCode: string): boolean {
  return itemCode !== '' && itemCode.length <= ITEM_CODE_LENGTH && !/[\p{Cc}\p{Cs}]/u.test(itemCode);
}

/** Sage has no such item. */
export function unknownItem(itemCode: string): LedgerBridgeError {
  return new LedgerBridgeError('LB402', { detail: `Sage has no item ${itemCode}.` });
}
