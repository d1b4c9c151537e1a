import type { Payment } from '../../canonical/payment.ts';
import { paymentEntity } from '../../mapping/entities/payment.ts';
import type { ObjectPair } from './object-pair.ts';
import { paymentForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';
import { accountOfCustomer } from './references.ts';
import { savePayment } from './save/save-payment.ts';

/**
 * Payments on invoices as Sage's history has them; and cash receipts that people ask for, which Sage books once. The link
 * of such a request holds its own id for a key, since Sage gives none back.
 */
export const paymentPair: ObjectPair<Payment> = {
  name: 'Sage_Payment__c-payment',
  label: 'Payments and cash receipts',
  entity: paymentEntity.entity,
  salesforceObject: 'Sage_Payment__c',
  keyField: 'Sage_Key__c',
  description: paymentEntity,
  dependsOn: ['Account-customer'],
  references: [accountOfCustomer],
  directions: ['to-salesforce', 'to-sage'],
  reads: (records) => stampedReads(records.payments, paymentForm),
  projections: { whole: 'payment' },
  writtenOnce: true,
  marks: {
    field: 'State__c',
    given: 'From Sage',
    taken: 'Booked',
    refused: 'Refused',
    code: 'Sync_Code__c',
    message: 'Sync_Message__c'
  },
  save: savePayment
};
