import type { Item } from '../../canonical/item.ts';
import { itemEntity } from '../../mapping/entities/item.ts';
import type { ObjectPair } from './object-pair.ts';
import { itemForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';
import { saveItem } from './save/save-item.ts';

/** Products. */
export const itemPair: ObjectPair<Item> = {
  name: 'Product2-item',
  label: 'Products and items',
  entity: itemEntity.entity,
  salesforceObject: 'Product2',
  keyField: 'Sage_Item_Code__c',
  description: itemEntity,
  dependsOn: [],
  references: [],
  directions: ['to-salesforce', 'to-sage'],
  reads: (records) => stampedReads(records.items, itemForm),
  projections: { figures: 'item-figures', whole: 'item' },
  save: saveItem
};
