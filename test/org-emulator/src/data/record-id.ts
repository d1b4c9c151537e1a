const checksumAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const idShape = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-5]{3})?$/;

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
  return id + checksumCharacter(id, 0) + checksumCharacter(id, 5) + checksumCharacter(id, 10);
}

/**
 * The 18 characters of an id of a request, or undefined for what is no id. Of 18 characters the last three
 * give the first fifteen their case again; where they cannot, because one of them belongs to another id,
 * there is no such id.
 */
export function normalId(given: string): string | undefined {
  if (!idShape.test(given)) return undefined;
  const long = toLongId(given.slice(0, 15));
  if (given.length === 15 || given === long) return long;
  const suffix = given.slice(15).toUpperCase();
  const id = toLongId(withCaseOf(given.slice(0, 15), suffix));
  return id.endsWith(suffix) ? id : undefined;
}

/** Makes ids of an object: its key prefix, `LB0000` for this org, and a counter. */
export function makeRecordId(keyPrefix: string, sequence: number): string {
  return toLongId(`${keyPrefix}LB0000${base62(sequence).padStart(6, '0')}`);
}

function checksumCharacter(id: string, from: number): string {
  let bits = 0;
  for (let index = 0; index < 5; index += 1) {
    const code = id.charCodeAt(from + index);
    if (code >= 65 && code <= 90) bits |= 1 << index;
  }
  return checksumAlphabet.charAt(bits);
}

function withCaseOf(short: string, suffix: string): string {
  const isUpper = (index: number): boolean =>
    ((checksumAlphabet.indexOf(suffix.charAt(Math.floor(index / 5))) >> (index % 5)) & 1) === 1;
  return [...short].map((each, index) => (isUpper(index) ? each.toUpperCase() : each.toLowerCase())).join('');
}

function base62(value: number): string {
  const rest = Math.floor(value / 62);
  return (rest > 0 ? base62(rest) : '') + digits.charAt(value % 62);
}
