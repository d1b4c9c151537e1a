/**
 * The natural key of a Sage customer. `customerNo` is unique only together with `arDivisionNo`.
 * Source: AR_Customer's primary key, ARDivisionNo + CustomerNo.
 */
export interface CustomerKey {
  /** Two digits, `00` where divisions are switched off. */
  readonly arDivisionNo: string;
  /** Up to 20 characters, upper case; leading zeros belong to it. */
  readonly customerNo: string;
}

// Sage's customer number holds upper-case letters, digits and a few marks; quotes, blanks at the ends and
// control characters never occur, so they are refused before they come near an SQL literal.
const DISPLAY_FORM = /^(\d{2})-([A-Z0-9][A-Z0-9 ._/&#*+-]{0,19})$/;

/**
 * Reads the display form that Sage's screens show, as `01-ABF`. Letters may be lower case: Sage stores codes in
 * upper case, so the key is raised. Leading zeros stay. Returns undefined for anything else.
 */
export function parseCustomerKey(display: string): CustomerKey | undefined {
  const match = DISPLAY_FORM.exec(display.trim().toUpperCase());
  const [, arDivisionNo, customerNo] = match ?? [];
  if (arDivisionNo === undefined || customerNo === undefined || customerNo.endsWith(' ')) return undefined;
  return { arDivisionNo, customerNo };
}

/** The display form of a key, as `01-ABF`; what `Sage_Customer_No__c` holds. */
export function formatCustomerKey(key: CustomerKey): string {
  return `${key.arDivisionNo}-${key.customerNo}`;
}
