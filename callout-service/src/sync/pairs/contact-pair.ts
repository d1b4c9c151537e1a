import { formatCustomerKey } from '../../canonical/customer-key.ts';
import type { Contact } from '../../canonical/contact.ts';
import { contactEntity } from '../../mapping/entities/contact.ts';
import type { ObjectPair } from './object-pair.ts';
import { contactForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';
import { saveContact } from './save/save-contact.ts';

/** Contacts of accounts that are customers. */
export const contactPair: ObjectPair<Contact> = {
  name: 'Contact-contact',
  label: 'Contacts',
  entity: contactEntity.entity,
  salesforceObject: 'Contact',
  keyField: 'Sage_Contact_Key__c',
  description: contactEntity,
  dependsOn: ['Account-customer'],
  references: [{ field: 'AccountId', entity: 'customer', keyOf: formatCustomerKey, required: true }],
  directions: ['to-salesforce', 'to-sage'],
  reads: (records) => stampedReads(records.contacts, contactForm),
  projections: { whole: 'contact' },
  save: saveContact
};
