import { checkbox, field, mandatory, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { addressFields } from './address-fields.ts';
import { identityFields, systemFields } from './system-fields.ts';

/** The one record that describes the org itself. */
export const organization = new ObjectDefinition({
  name: 'Organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  keyPrefix: '00D',
  custom: false,
  fields: [
    ...identityFields('Organization'),
    textField('Name', 'Name', 80, { ...readOnly, nameField: true }),
    textField('Division', 'Division', 80, readOnly),
    ...addressFields(''),
    field('Phone', 'Phone', 'phone', { length: 40, ...readOnly }),
    field('Fax', 'Fax', 'phone', { length: 40, ...readOnly }),
    textField('PrimaryContact', 'Primary Contact', 80, readOnly),
    textField('LanguageLocaleKey', 'Language', 40, readOnly),
    field('FiscalYearStartMonth', 'Fiscal Year Starts In', 'int', { precision: 9, ...readOnly }),
    textField('InstanceName', 'Instance Name', 5, readOnly),
    checkbox('IsSandbox', 'Is Sandbox', readOnly),
    textField('OrganizationType', 'Edition', 40, readOnly),
    textField('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    field('TrialExpirationDate', 'Trial Expiration Date', 'datetime', readOnly),
    textField('DefaultLocaleSidKey', 'Locale', 40, readOnly),
    textField('TimeZoneSidKey', 'Time Zone', 40, readOnly),
    ...systemFields
  ]
});

/** Profiles, of which the local org knows Standard User and System Administrator. */
export const profile = new ObjectDefinition({
  name: 'Profile',
  label: 'Profile',
  labelPlural: 'Profiles',
  keyPrefix: '00e',
  custom: false,
  fields: [
    ...identityFields('Profile'),
    textField('Name', 'Name', 255, { ...readOnly, nameField: true }),
    textField('UserType', 'User Type', 40, readOnly),
    textField('Description', 'Description', 255, readOnly),
    ...systemFields
  ]
});

/** The package's permission sets, as records. */
export const permissionSet = new ObjectDefinition({
  name: 'PermissionSet',
  label: 'Permission Set',
  labelPlural: 'Permission Sets',
  keyPrefix: '0PS',
  custom: false,
  fields: [
    ...identityFields('Permission Set'),
    textField('Name', 'Permission Set Name', 80, { ...readOnly, nameField: true, unique: true }),
    textField('Label', 'Permission Set Label', 80, readOnly),
    textField('Description', 'Description', 255, readOnly),
    checkbox('IsCustom', 'Is Custom', readOnly),
    checkbox('IsOwnedByProfile', 'Is Owned By Profile', readOnly),
    textField('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    ...systemFields
  ]
});

/** Who has which permission set; creating or deleting one changes access at once. */
export const permissionSetAssignment = new ObjectDefinition({
  name: 'PermissionSetAssignment',
  label: 'Permission Set Assignment',
  labelPlural: 'Permission Set Assignments',
  keyPrefix: '0Pa',
  custom: false,
  fields: [
    ...identityFields('PermissionSetAssignment'),
    reference('PermissionSetId', 'PermissionSet ID', 'PermissionSet', 'PermissionSet', {
      ...mandatory,
      updateable: false,
      childRelationshipName: 'Assignments'
    }),
    reference('AssigneeId', 'Assignee ID', 'User', 'Assignee', {
      ...mandatory,
      updateable: false,
      childRelationshipName: 'PermissionSetAssignments'
    }),
    field('ExpirationDate', 'Expiration Date', 'datetime'),
    checkbox('IsActive', 'Is Active', { ...readOnly, defaultValue: true }),
    ...systemFields
  ]
});

/** The package's kinds of custom notifications, as records: a flow sends one by its id. */
export const customNotificationType = new ObjectDefinition({
  name: 'CustomNotificationType',
  label: 'Custom Notification Type',
  labelPlural: 'Custom Notification Types',
  keyPrefix: '0ML',
  custom: false,
  fields: [
    ...identityFields('Custom Notification Type'),
    textField('MasterLabel', 'Custom Notification Name', 80, { ...readOnly, nameField: true }),
    textField('DeveloperName', 'API Name', 80, readOnly),
    textField('CustomNotifTypeName', 'Notification Name', 80, readOnly),
    textField('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    checkbox('Desktop', 'Desktop', readOnly),
    checkbox('Mobile', 'Mobile', readOnly),
    ...systemFields
  ]
});
