import type { Bill } from '../../canonical/bill.ts';
import { billEntity } from '../../mapping/entities/bill.ts';
import type { ObjectPair } from './object-pair.ts';
import { billForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';
import { vendorOfRecord } from './references.ts';

/** Open invoices of vendors. */
export const billPair: ObjectPair<Bill> = {
  name: 'Sage_Bill__c-bill',
  label: 'Bills',
  entity: billEntity.entity,
  salesforceObject: 'Sage_Bill__c',
  keyField: 'Sage_Key__c',
  description: billEntity,
  dependsOn: ['Sage_Vendor__c-vendor'],
  references: [vendorOfRecord],
  directions: ['to-salesforce'],
  reads: (records) => stampedReads(records.bills, billForm),
  projections: { figures: 'bill-figures', whole: 'bill' }
};
