import type { PicklistValue } from '../field.ts';
import { checkbox, field, mandatory, picklist, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { addressFields } from './address-fields.ts';
import { identityFields, ownerField, systemFields, viewedFields } from './system-fields.ts';

/** A status of orders: every one belongs to the category Draft or Activated (Object Reference, "Order"). */
function status(value: string, StatusCode: 'Activated' | 'Draft'): PicklistValue {
  return { value, label: value, isDefault: false, sets: { StatusCode } };
}

const contactReference = (name: string, label: string, relationshipName: string) =>
  reference(name, label, 'Contact', relationshipName);

/** Order with its usual standard fields. Left out: contracts, quotes, reduction orders' own rules. */
export const order = new ObjectDefinition({
  name: 'Order',
  label: 'Order',
  labelPlural: 'Orders',
  keyPrefix: '801',
  custom: false,
  fields: [
    ...identityFields('Order'),
    ownerField,
    reference('AccountId', 'Account ID', 'Account', 'Account', { childRelationshipName: 'Orders' }),
    reference('Pricebook2Id', 'Price Book ID', 'Pricebook2', 'Pricebook2', {
      childRelationshipName: 'Orders'
    }),
    reference('OpportunityId', 'Opportunity ID', 'Opportunity', 'Opportunity', {
      childRelationshipName: 'Orders'
    }),
    reference('OriginalOrderId', 'Order ID', 'Order', 'OriginalOrder', { childRelationshipName: 'Orders' }),
    field('EffectiveDate', 'Order Start Date', 'date', mandatory),
    field('EndDate', 'Order End Date', 'date'),
    checkbox('IsReductionOrder', 'Reduction Order', { updateable: false }),
    field('Status', 'Status', 'picklist', {
      ...mandatory,
      length: 255,
      picklistValues: [status('Draft', 'Draft'), status('Activated', 'Activated')]
    }),
    field('Description', 'Description', 'textarea', { length: 32_000 }),
    contactReference('CustomerAuthorizedById', 'Customer Authorized By ID', 'CustomerAuthorizedBy'),
    field('CustomerAuthorizedDate', 'Customer Authorized Date', 'date'),
    reference('CompanyAuthorizedById', 'Company Authorized By ID', 'User', 'CompanyAuthorizedBy'),
    field('CompanyAuthorizedDate', 'Company Authorized Date', 'date'),
    picklist('Type', 'Order Type', []),
    ...addressFields('Billing'),
    ...addressFields('Shipping'),
    textField('Name', 'Order Name', 80),
    field('PoDate', 'PO Date', 'date'),
    textField('PoNumber', 'PO Number', 80),
    textField('OrderReferenceNumber', 'Order Reference Number', 80),
    contactReference('BillToContactId', 'Bill To Contact ID', 'BillToContact'),
    contactReference('ShipToContactId', 'Ship To Contact ID', 'ShipToContact'),
    field('ActivatedDate', 'Activated Date', 'datetime', readOnly),
    reference('ActivatedById', 'Activated By ID', 'User', 'ActivatedBy', readOnly),
    picklist('StatusCode', 'Status Category', ['Draft', 'Activated'], readOnly),
    textField('OrderNumber', 'Order Number', 30, {
      ...readOnly,
      nillable: false,
      nameField: true,
      autoNumber: '{00000000}',
      autoNumberStart: 100
    }),
    field('TotalAmount', 'Order Amount', 'currency', {
      precision: 18,
      scale: 2,
      nillable: false,
      defaultValue: 0,
      ...readOnly
    }),
    ...systemFields,
    ...viewedFields
  ]
});
