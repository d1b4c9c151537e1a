import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import { inventoryEntity } from '../../mapping/entities/inventory.ts';
import type { ObjectPair } from './object-pair.ts';
import { inventoryForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';

/** Stock by item and warehouse. */
export const inventoryPair: ObjectPair<InventoryLevel> = {
  name: 'Sage_Inventory__c-inventory',
  label: 'Stock',
  entity: inventoryEntity.entity,
  salesforceObject: 'Sage_Inventory__c',
  keyField: 'Sage_Key__c',
  asOfField: 'As_Of__c',
  description: inventoryEntity,
  dependsOn: ['Product2-item'],
  references: [{ field: 'Product__c', entity: 'item', keyOf: ({ itemCode }) => itemCode, required: false }],
  directions: ['to-salesforce'],
  reads: (records) => stampedReads(records.inventoryLevels, inventoryForm),
  projections: { figures: 'inventory-figures', whole: 'inventory' }
};
