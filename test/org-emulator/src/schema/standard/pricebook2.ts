import { checkbox, mandatory, readOnly, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields, viewedFields } from './system-fields.ts';

/** A price book; the standard one is there from the beginning. */
export const pricebook2 = new ObjectDefinition({
  name: 'Pricebook2',
  label: 'Price Book',
  labelPlural: 'Price Books',
  keyPrefix: '01s',
  custom: false,
  fields: [
    ...identityFields('Price Book'),
    textField('Name', 'Price Book Name', 255, { ...mandatory, nameField: true }),
    ...viewedFields,
    checkbox('IsActive', 'Active'),
    checkbox('IsArchived', 'Archived', readOnly),
    textField('Description', 'Description', 255),
    checkbox('IsStandard', 'Is Standard Price Book', readOnly),
    ...systemFields
  ]
});
