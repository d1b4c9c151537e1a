import { field, mandatory, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields } from './system-fields.ts';

const amount = { precision: 16, scale: 2 } as const;

/** A product on an opportunity. Its price comes from a price book entry. Left out: schedules. */
export const opportunityLineItem = new ObjectDefinition({
  name: 'OpportunityLineItem',
  label: 'Opportunity Product',
  labelPlural: 'Opportunity Products',
  keyPrefix: '00k',
  custom: false,
  fields: [
    ...identityFields('Line Item'),
    reference('OpportunityId', 'Opportunity ID', 'Opportunity', 'Opportunity', {
      ...mandatory,
      updateable: false,
      masterDetail: true,
      deleteConstraint: 'Cascade',
      childRelationshipName: 'OpportunityLineItems'
    }),
    field('SortOrder', 'Sort Order', 'int', { precision: 9 }),
    reference('PricebookEntryId', 'Price Book Entry ID', 'PricebookEntry', 'PricebookEntry', {
      updateable: false,
      childRelationshipName: 'OpportunityLineItems'
    }),
    reference('Product2Id', 'Product ID', 'Product2', 'Product2', {
      updateable: false,
      childRelationshipName: 'OpportunityLineItems'
    }),
    textField('ProductCode', 'Product Code', 255, readOnly),
    textField('Name', 'Opportunity Product Name', 376, { ...readOnly, nameField: true }),
    field('Quantity', 'Quantity', 'double', { precision: 12, scale: 2 }),
    field('Discount', 'Discount', 'percent', { precision: 5, scale: 2 }),
    field('Subtotal', 'Subtotal', 'currency', { ...amount, ...readOnly }),
    field('TotalPrice', 'Total Price', 'currency', amount),
    field('UnitPrice', 'Sales Price', 'currency', amount),
    field('ListPrice', 'List Price', 'currency', { ...amount, ...readOnly }),
    field('ServiceDate', 'Date', 'date'),
    textField('Description', 'Line Description', 255),
    ...systemFields
  ]
});
