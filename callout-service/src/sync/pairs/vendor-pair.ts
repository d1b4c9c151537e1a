import type { Vendor } from '../../canonical/vendor.ts';
import { vendorEntity } from '../../mapping/entities/vendor.ts';
import type { ObjectPair } from './object-pair.ts';
import { vendorForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';

/** Vendors. */
export const vendorPair: ObjectPair<Vendor> = {
  name: 'Sage_Vendor__c-vendor',
  label: 'Vendors',
  entity: vendorEntity.entity,
  salesforceObject: 'Sage_Vendor__c',
  keyField: 'Sage_Key__c',
  description: vendorEntity,
  dependsOn: [],
  references: [],
  directions: ['to-salesforce'],
  reads: (records) => stampedReads(records.vendors, vendorForm),
  projections: { whole: 'vendor' }
};
