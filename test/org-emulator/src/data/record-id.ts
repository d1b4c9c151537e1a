const checksumAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const idShape = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/** Whether a text has the shape of a record id. */
export function isRecordId(text: string): boolean {
  return idShape.test(text);
}

/**
 * The 18 characters of an id given with 15 or 18. The last three say which of the first fifteen are upper
 * case, five bits each, so that ids differ even where case is lost (Salesforce help 000385585).
 */
export function toLongId(id: string): string {
  if (id.length !== 15) return id;
  return id + [0, 5, 10].map((from) => checksumCharacter(id.slice(from, from + 5))).join('');
}

/** Makes ids of an object: its key prefix, `LB0000` for this org, and a counter. */
export function makeRecordId(keyPrefix: string, sequence: number): string {
  return toLongId(`${keyPrefix}LB0000${base62(sequence).padStart(6, '0')}`);
}

function checksumCharacter(five: string): string {
  const bits = [...five].reduce((sum, letter, index) => sum | (/[A-Z]/.test(letter) ? 1 << index : 0), 0);
  return checksumAlphabet.charAt(bits);
}

function base62(value: number): string {
  const rest = Math.floor(value / 62);
  return (rest > 0 ? base62(rest) : '') + digits.charAt(value % 62);
}
