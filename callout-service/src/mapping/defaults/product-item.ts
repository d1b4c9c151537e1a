import type { MappingContent } from '../mapping-content.ts';
import { bothWays, fromSage, neverEmptied } from './field-maps.ts';
import { inWords } from './shared-transforms.ts';

/** Items: what they are called and whether they are sold may be said in both systems; prices are Sage's. */
export const productItem: MappingContent = {
  object: 'Product2-item',
  direction: 'both',
  master: 'sage',
  create: { inSalesforce: true, inSage: false },
  filter: { sage: [{ field: 'itemType', is: 'equal', values: ['regular'] }], salesforce: [] },
  matchKeys: [['item-code']],
  fields: [
    neverEmptied(bothWays('item-code', 'itemCode', 'ProductCode', 'sage-wins')),
    neverEmptied(bothWays('name', 'itemCodeDesc', 'Name', 'newest')),
    bothWays('active', 'inactive', 'IsActive', 'sage-wins', { kind: 'not' }),
    neverEmptied(bothWays('product-line', 'productLine', 'Sage_Product_Line__c', 'sage-wins')),
    fromSage(
      'product-type',
      'productType',
      'Sage_Product_Type__c',
      inWords({ finished: 'Finished', raw: 'Raw', discontinued: 'Discontinued', kit: 'Kit' })
    ),
    fromSage('unit', 'salesUnitOfMeasure', 'Sage_Unit_Of_Measure__c'),
    fromSage('standard-price', 'standardUnitPrice', 'Sage_Standard_Price__c')
  ]
};
