import { checkbox, field, picklist, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields, viewedFields } from './system-fields.ts';

/** The package's reports, as records. */
export const report = new ObjectDefinition({
  name: 'Report',
  label: 'Report',
  labelPlural: 'Reports',
  keyPrefix: '00O',
  custom: false,
  fields: [
    ...identityFields('Report'),
    reference('OwnerId', 'Owner ID', 'User', 'Owner', readOnly),
    textField('FolderName', 'Folder Name', 256, readOnly),
    ...systemFields,
    textField('Name', 'Report Name', 40, { ...readOnly, nameField: true }),
    textField('Description', 'Description', 255, readOnly),
    textField('DeveloperName', 'Report Unique Name', 80, readOnly),
    textField('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    field('LastRunDate', 'Last Run', 'datetime', readOnly),
    picklist('Format', 'Format', ['Tabular', 'Summary', 'Matrix', 'MultiBlock'], readOnly),
    ...viewedFields
  ]
});

/** Folders of reports. */
export const folder = new ObjectDefinition({
  name: 'Folder',
  label: 'Folder',
  labelPlural: 'Folders',
  keyPrefix: '00l',
  custom: false,
  fields: [
    ...identityFields('Folder'),
    textField('Name', 'Name', 40, { ...readOnly, nameField: true }),
    textField('DeveloperName', 'Folder Unique Name', 80, readOnly),
    picklist('AccessType', 'Access Type', ['Shared', 'Public', 'Hidden', 'PublicInternal'], readOnly),
    checkbox('IsReadonly', 'Read Only', readOnly),
    picklist('Type', 'Type', ['Report'], readOnly),
    textField('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    ...systemFields
  ]
});
