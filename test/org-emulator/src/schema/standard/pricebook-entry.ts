import { checkbox, field, mandatory, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields } from './system-fields.ts';

const fixedParent = { ...mandatory, updateable: false, childRelationshipName: 'PricebookEntries' } as const;

/** The price of a product in a price book. `Name` and `ProductCode` are the product's. */
export const pricebookEntry = new ObjectDefinition({
  name: 'PricebookEntry',
  label: 'Price Book Entry',
  labelPlural: 'Price Book Entries',
  keyPrefix: '01u',
  custom: false,
  fields: [
    ...identityFields('Price Book Entry'),
    textField('Name', 'Product Name', 255, { ...readOnly, nameField: true }),
    reference('Pricebook2Id', 'Price Book ID', 'Pricebook2', 'Pricebook2', {
      ...fixedParent,
      deleteConstraint: 'Cascade'
    }),
    reference('Product2Id', 'Product ID', 'Product2', 'Product2', {
      ...fixedParent,
      deleteConstraint: 'Cascade'
    }),
    field('UnitPrice', 'List Price', 'currency', { ...mandatory, precision: 16, scale: 2 }),
    checkbox('IsActive', 'Active'),
    checkbox('UseStandardPrice', 'Use Standard Price'),
    ...systemFields,
    textField('ProductCode', 'Product Code', 255, readOnly),
    checkbox('IsArchived', 'Archived', readOnly)
  ]
});
