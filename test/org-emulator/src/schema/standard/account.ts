import { field, mandatory, picklist, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { addressFields } from './address-fields.ts';
import { identityFields, systemFields, viewedFields } from './system-fields.ts';

const types = ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Technology Partner', 'Other'];
const industries = [
  'Agriculture',
  'Banking',
  'Construction',
  'Electronics',
  'Manufacturing',
  'Retail',
  'Other'
];

/** Account with its usual standard fields. Left out: person accounts and Data.com. */
export const account = new ObjectDefinition({
  name: 'Account',
  label: 'Account',
  labelPlural: 'Accounts',
  keyPrefix: '001',
  custom: false,
  fields: [
    ...identityFields('Account'),
    reference('MasterRecordId', 'Master Record ID', 'Account', 'MasterRecord', readOnly),
    textField('Name', 'Account Name', 255, { ...mandatory, nameField: true }),
    picklist('Type', 'Account Type', types),
    reference('ParentId', 'Parent Account ID', 'Account', 'Parent', {
      childRelationshipName: 'ChildAccounts'
    }),
    ...addressFields('Billing'),
    ...addressFields('Shipping'),
    field('Phone', 'Account Phone', 'phone', { length: 40 }),
    field('Fax', 'Account Fax', 'phone', { length: 40 }),
    textField('AccountNumber', 'Account Number', 40),
    field('Website', 'Website', 'url', { length: 255 }),
    field('PhotoUrl', 'Photo URL', 'url', { length: 255, ...readOnly }),
    textField('Sic', 'SIC Code', 20),
    picklist('Industry', 'Industry', industries),
    field('AnnualRevenue', 'Annual Revenue', 'currency', { precision: 18, scale: 0 }),
    field('NumberOfEmployees', 'Employees', 'int', { precision: 8 }),
    picklist('Ownership', 'Ownership', ['Public', 'Private', 'Subsidiary', 'Other']),
    textField('TickerSymbol', 'Ticker Symbol', 20),
    field('Description', 'Account Description', 'textarea', { length: 32_000 }),
    picklist('Rating', 'Account Rating', ['Hot', 'Warm', 'Cold']),
    textField('Site', 'Account Site', 80),
    reference('OwnerId', 'Owner ID', 'User', 'Owner', { nillable: false }),
    ...systemFields,
    field('LastActivityDate', 'Last Activity', 'date', readOnly),
    ...viewedFields,
    picklist('AccountSource', 'Account Source', ['Web', 'Phone Inquiry', 'Partner Referral', 'Other'])
  ]
});
