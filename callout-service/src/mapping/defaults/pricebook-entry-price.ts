import { fromSage, neverEmptied } from './field-maps.ts';
import { mirror } from './mirror.ts';

/** Prices of items by level: Sage's, in the cents that a price book holds. */
export const pricebookEntryPrice = mirror('PricebookEntry-price', [
  neverEmptied(fromSage('unit-price', 'unitPrice', 'UnitPrice', { kind: 'round', digits: 2 })),
  fromSage('active', 'active', 'IsActive')
]);
