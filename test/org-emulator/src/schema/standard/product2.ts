import { checkbox, field, mandatory, picklist, readOnly, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields, viewedFields } from './system-fields.ts';

/** A product. Left out: schedules, variations, bundles. */
export const product2 = new ObjectDefinition({
  name: 'Product2',
  label: 'Product',
  labelPlural: 'Products',
  keyPrefix: '01t',
  custom: false,
  fields: [
    ...identityFields('Product'),
    textField('Name', 'Product Name', 255, { ...mandatory, nameField: true }),
    textField('ProductCode', 'Product Code', 255),
    field('Description', 'Product Description', 'textarea', { length: 4000 }),
    checkbox('IsActive', 'Active'),
    ...systemFields,
    picklist('Family', 'Product Family', ['None']),
    field('DisplayUrl', 'Display URL', 'url', { length: 1000 }),
    picklist('QuantityUnitOfMeasure', 'Quantity Unit Of Measure', ['Each']),
    checkbox('IsArchived', 'Archived', readOnly),
    ...viewedFields,
    textField('StockKeepingUnit', 'Product SKU', 180)
  ]
});
