import type { MappingContent } from '../mapping-content.ts';
import { fromSage, neverEmptied } from './field-maps.ts';
import { mirror } from './mirror.ts';
import { productItem } from './product-item.ts';

const prices = mirror('PricebookEntry-price', [
  neverEmptied(fromSage('unit-price', 'unitPrice', 'UnitPrice', { kind: 'round', digits: 2 })),
  fromSage('active', 'active', 'IsActive')
]);

/** Prices of items by level: Sage's, in the cents that a price book holds; of the items that become products alone. */
export const pricebookEntryPrice: MappingContent = {
  ...prices,
  filter: { ...prices.filter, sage: productItem.filter.sage }
};
