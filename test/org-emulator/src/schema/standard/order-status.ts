import { checkbox, field, picklist, readOnly, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields } from './system-fields.ts';

/** The statuses of orders as records, which only Setup changes. */
export const orderStatus = new ObjectDefinition({
  name: 'OrderStatus',
  label: 'Order Status Value',
  labelPlural: 'Order Status Values',
  keyPrefix: '03l',
  custom: false,
  fields: [
    ...identityFields('Order Status Value'),
    textField('MasterLabel', 'Master Label', 255, { ...readOnly, nameField: true }),
    textField('ApiName', 'API Name', 255, readOnly),
    field('SortOrder', 'Sort Order', 'int', { precision: 9, ...readOnly }),
    checkbox('IsDefault', 'Is Default', readOnly),
    picklist('StatusCode', 'Status Code', ['Draft', 'Activated'], readOnly),
    ...systemFields
  ]
});
