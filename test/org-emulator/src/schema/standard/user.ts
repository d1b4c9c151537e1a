import { checkbox, field, mandatory, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { addressFields } from './address-fields.ts';
import { userNameFields } from './person-name.ts';
import { identityFields, systemFields, viewedFields } from './system-fields.ts';

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
    ...userNameFields(),
    textField('CompanyName', 'Company Name', 80),
    textField('Division', 'Division', 80),
    textField('Department', 'Department', 80),
    textField('Title', 'Title', 80),
    ...addressFields(''),
    field('Email', 'Email', 'email', { length: 128, ...mandatory }),
    field('Phone', 'Phone', 'phone', { length: 40 }),
    field('Fax', 'Fax', 'phone', { length: 40 }),
    field('MobilePhone', 'Mobile', 'phone', { length: 40 }),
    textField('Alias', 'Alias', 8, mandatory),
    textField('CommunityNickname', 'Nickname', 40),
    checkbox('IsActive', 'Active'),
    reference('ProfileId', 'Profile ID', 'Profile', 'Profile', { nillable: false }),
    textField('UserType', 'User Type', 40, readOnly),
    textField('TimeZoneSidKey', 'Time Zone', 40),
    textField('LocaleSidKey', 'Locale', 40),
    textField('LanguageLocaleKey', 'Language', 40),
    textField('EmailEncodingKey', 'Email Encoding', 40),
    textField('EmployeeNumber', 'Employee Number', 20),
    reference('ManagerId', 'Manager ID', 'User', 'Manager'),
    textField('FederationIdentifier', 'SAML Federation ID', 512, { unique: true }),
    field('AboutMe', 'About Me', 'textarea', { length: 1000 }),
    field('FullPhotoUrl', 'Url for full-sized Photo', 'url', { length: 1024, ...readOnly }),
    field('SmallPhotoUrl', 'Url for Thumbnail sized Photo', 'url', { length: 1024, ...readOnly }),
    field('LastLoginDate', 'Last Login', 'datetime', readOnly),
    ...systemFields,
    ...viewedFields
  ]
});
