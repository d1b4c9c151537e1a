import { checkbox, readOnly, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields } from './system-fields.ts';

/** The package's record types, as records. */
export const recordType = new ObjectDefinition({
  name: 'RecordType',
  label: 'Record Type',
  labelPlural: 'Record Types',
  keyPrefix: '012',
  custom: false,
  fields: [
    ...identityFields('Record Type'),
    textField('Name', 'Name', 80, { ...readOnly, nameField: true }),
    textField('DeveloperName', 'Record Type Name', 80, readOnly),
    textField('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    textField('Description', 'Description', 255, readOnly),
    textField('SobjectType', 'SObject Type Name', 40, readOnly),
    checkbox('IsActive', 'Active', readOnly),
    ...systemFields
  ]
});
