import type { Conditions } from '../records/key-conditions.ts';
import type { RawKey } from '../records/raw-key.ts';

const COMPOSED = /^(..)-(.+)$/s;
const LAST_FOUR = /^(.+)\/([^/]*)\/([^/]*)\/([^/]*)\/([^/]*)$/s;
/** Behind every record whose day is blank: no statement can compare with that. */
const BEFORE_ALL_DAYS = '1753-01-01';

/** `0000115` of a table with one column in its key. */
export function alone(key: string): readonly RawKey[] {
  return key === '' ? [] : [[key]];
}

/** `01-ABF` of a table whose key is a division and a number. */
export function numbered(key: string): readonly RawKey[] {
  const [, division, number] = COMPOSED.exec(key) ?? [];
  return division === undefined || number === undefined ? [] : [[division, number]];
}

/** `01-ABF/2`: a number may hold a stroke, and so may a code, so that there can be several. */
export function withinNumbered(key: string): readonly RawKey[] {
  return splits(key).flatMap(([owner, code]) => numbered(owner).map((segments) => [...segments, code]));
}

/** `1001-HON-H252/000`. */
export function pair(key: string): readonly RawKey[] {
  return splits(key);
}

/** `0100004`, and `0100004/000001` for a document that was posted under the same number: they go together. */
export function document(key: string): readonly RawKey[] {
  const [, number] = /^([^/]+)(?:\/\d+)?$/.exec(key) ?? [];
  return number === undefined ? [] : [[number]];
}

/** As `document`, of a table whose key begins with the customer. */
export function invoiceNumber(key: string): Conditions | undefined {
  const [number] = document(key);
  return number?.map((value) => ({ column: 'InvoiceNo', op: '=', value }));
}

/** `01-ABF/PP00012/PP`. */
export function openDocument(key: string): readonly RawKey[] {
  const [, owner = '', number, type] = /^(.+)\/([^/]+)\/([^/]+)$/s.exec(key) ?? [];
  if (number === undefined || type === undefined) return [];
  return numbered(owner).map((segments) => [...segments, number, type]);
}

/** `01-ABF/0100004/IN/2026-01-15/000001`. */
export function payment(key: string): readonly RawKey[] {
  const [, owner = '', number, type, day, sequence] = LAST_FOUR.exec(key) ?? [];
  if (number === undefined || type === undefined || day === undefined || sequence === undefined) return [];
  const rest = day === '' ? [BEFORE_ALL_DAYS] : [day, sequence];
  return numbered(owner).map((segments) => [...segments, number, type, ...rest]);
}

/** `1//1001-HON-H252/2/` and `2//1001-HON-H252//01-ABF`; an item's code may hold strokes. */
export function priceRecord(key: string): readonly RawKey[] {
  const [, record, code, item, level, customer] =
    /^(\d)\/([^/]*)\/(.*)\/([^/]*)\/((?:..-.+)?)$/s.exec(key) ?? [];
  if (record === undefined || code === undefined || item === undefined || level === undefined) return [];
  const [owner = ['', '']] = numbered(customer ?? '');
  return [[record, code, item, level, ...owner]];
}

/** A text before and behind each of its strokes. */
function splits(text: string): readonly (readonly [string, string])[] {
  const places = [...text.matchAll(/\//g)].map(({ index }) => index);
  return places.map((place) => [text.slice(0, place), text.slice(place + 1)] as const);
}
