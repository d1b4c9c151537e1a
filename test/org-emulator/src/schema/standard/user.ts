import { checkbox, field, mandatory, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields } from './system-fields.ts';

/** The org's users: what clients read to learn who they are. */
export const user = new ObjectDefinition({
  name: 'User',
  label: 'User',
  labelPlural: 'Users',
  keyPrefix: '005',
  custom: false,
  fields: [
    ...identityFields('User'),
    textField('Username', 'Username', 80, { ...mandatory, unique: true }),
    textField('LastName', 'Last Name', 80, mandatory),
    textField('FirstName', 'First Name', 40),
    textField('Name', 'Full Name', 121, { ...readOnly, nameField: true, nillable: false }),
    field('Email', 'Email', 'email', { length: 128, ...mandatory }),
    textField('Alias', 'Alias', 8, mandatory),
    checkbox('IsActive', 'Active'),
    reference('ProfileId', 'Profile ID', 'Profile', 'Profile', { nillable: false }),
    textField('UserType', 'User Type', 40, readOnly),
    textField('TimeZoneSidKey', 'Time Zone', 40),
    textField('LocaleSidKey', 'Locale', 40),
    textField('LanguageLocaleKey', 'Language', 40),
    ...systemFields
  ]
});
