import type { Transform } from '../transforms/transform.ts';

/** Telephone numbers as people write them at home. */
export const nationalPhone: Transform = { kind: 'phone', salesforce: 'national' };

/** Codes of Sage in words, as a mirror shows them; a code that is not known stays as it is. */
export function inWords(words: Readonly<Record<string, string>>): Transform {
  const pairs = Object.entries(words).map(([sage, salesforce]) => ({ sage, salesforce }));
  return { kind: 'value-map', pairs, otherwise: { do: 'keep' } };
}

/** Customers and vendors. */
export const standingWords = { active: 'Active', inactive: 'Inactive', temporary: 'Temporary' } as const;

/**
 * Letters of orders, open and in history (Sage 100 file layouts, SO_SalesOrderHeader and SO_SalesOrderHistoryHeader). They
 * are Sage's own words: whether an order was shipped or invoiced is seen from its quantities.
 */
export const orderLetters = {
  N: 'New',
  O: 'Open',
  H: 'On Hold',
  A: 'Active',
  C: 'Completed',
  X: 'Cancelled',
  Q: 'Quote',
  Z: 'Cancelled Quote'
} as const;

/** Lines of documents. */
export const lineKindWords = {
  regular: 'Regular',
  special: 'Special',
  charge: 'Charge',
  comment: 'Comment',
  miscellaneous: 'Miscellaneous'
} as const;
