/** Characters of a document number: Sage fills it with zeros to this width. Source: Sage 100 file layouts. */
const DOCUMENT_NUMBER_WIDTH = 7;

/** A code as Sage stores it: upper case, without blanks at its end. Leading zeros and blanks within belong to it. */
export function code(value: string): string {
  return value.toUpperCase().replace(/ +$/, '');
}

/** A division as Sage stores it: two digits, `00` where divisions are off. */
export function division(value: string): string {
  return code(value.trim()).padStart(2, '0');
}

/** The number of an order, invoice or purchase order as Sage stores it: `115` is `0000115`. */
export function documentNo(value: string): string {
  const number = code(value.trim());
  return /^\d+$/.test(number) ? number.padStart(DOCUMENT_NUMBER_WIDTH, '0') : number;
}

/** A sequence number as Sage stores it: filled with zeros to its width. */
export function sequenceNo(value: string, width: number): string {
  const number = value.trim();
  return /^\d+$/.test(number) ? number.padStart(width, '0') : code(number);
}
