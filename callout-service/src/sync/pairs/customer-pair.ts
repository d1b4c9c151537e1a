import type { Customer } from '../../canonical/customer.ts';
import { customerEntity, describeCustomer } from '../../mapping/entities/customer.ts';
import type { CreditSettings } from '../../rules/credit.ts';
import type { ObjectPair } from './object-pair.ts';
import { customerForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';
import { saveCustomer } from './save/save-customer.ts';

/** Accounts that are customers. Which account is the parent is not known to Sage; it tells a new customer's division. */
export const customerPair: ObjectPair<Customer> = {
  name: 'Account-customer',
  label: 'Accounts and customers',
  entity: customerEntity.entity,
  salesforceObject: 'Account',
  keyField: 'Sage_Customer_No__c',
  description: customerEntity,
  asOfField: 'Sage_Figures_As_Of__c',
  dependsOn: [],
  references: [],
  saveReferences: [{ field: 'ParentId', entity: 'customer' }],
  directions: ['to-salesforce', 'to-sage'],
  reads: (records) => stampedReads(records.customers, customerForm),
  projections: { figures: 'customer-figures', whole: 'customer' },
  save: saveCustomer
};

/** With credit as the service's configuration reckons it. */
export function customerPairWith(credit: CreditSettings): ObjectPair<Customer> {
  return { ...customerPair, description: describeCustomer(credit) };
}
