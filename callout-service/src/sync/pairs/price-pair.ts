import type { LevelPrice } from '../../canonical/level-price.ts';
import { priceEntity } from '../../mapping/entities/price.ts';
import type { PriceSettings } from '../../rules/price/price.ts';
import type { ObjectPair } from './object-pair.ts';
import { bookKey, preparePriceBooks, PRICE_BOOK_ENTITY } from './price-books.ts';
import { priceReads } from './reads/price-reads.ts';

/**
 * Price book entries by price level. Sage keeps no such record: it is reckoned, so that no digest of a table tells of it,
 * and a change of it is found by the stamps of what it is reckoned from, or by reckoning it anew.
 */
export function pricePair(settings: PriceSettings): ObjectPair<LevelPrice> {
  return {
    name: 'PricebookEntry-price',
    label: 'Price book entries and prices',
    entity: priceEntity.entity,
    salesforceObject: 'PricebookEntry',
    keyField: 'Sage_Price_Key__c',
    description: priceEntity,
    dependsOn: ['Product2-item'],
    references: [
      {
        field: 'Product2Id',
        entity: 'item',
        keyOf: ({ itemCode }) => itemCode,
        required: true,
        createOnly: true
      },
      { field: 'Pricebook2Id', entity: PRICE_BOOK_ENTITY, keyOf: bookKey, required: true, createOnly: true }
    ],
    directions: ['to-salesforce'],
    reads: (records) => priceReads(records, settings),
    projections: {},
    prepare: preparePriceBooks,
    // Salesforce takes no other price of a product before its standard price (Object Reference, PricebookEntry).
    goesFirst: ({ priceLevel }) => priceLevel === null
  };
}
