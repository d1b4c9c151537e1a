import type { ShipToAddress } from '../../canonical/ship-to-address.ts';
import { recordKeys } from '../../mapping/entities/record-keys.ts';
import { shipToEntity } from '../../mapping/entities/ship-to.ts';
import type { ObjectPair } from './object-pair.ts';
import { shipToForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';
import { saveShipTo } from './save/save-ship-to.ts';

/** Child accounts with a ship-to code: where their parent's customer has goods sent. */
export const shipToPair: ObjectPair<ShipToAddress> = {
  name: 'Account-ship-to',
  label: 'Child accounts and ship-to addresses',
  entity: shipToEntity.entity,
  salesforceObject: 'Account',
  keyField: 'Sage_Ship_To_Key__c',
  description: shipToEntity,
  dependsOn: ['Account-customer'],
  references: [{ field: 'ParentId', entity: 'customer', keyOf: recordKeys.customer, required: true }],
  directions: ['to-salesforce', 'to-sage'],
  reads: (records) => stampedReads(records.shipToAddresses, shipToForm),
  projections: { whole: 'ship-to' },
  save: saveShipTo
};
