import { checkbox, field, picklist, readOnly, reference, textField } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { addressFields } from './address-fields.ts';
import { leadSources } from './lead-sources.ts';
import { contactNameFields } from './person-name.ts';
import { identityFields, ownerField, systemFields, viewedFields } from './system-fields.ts';

const phone = (name: string, label: string) => field(name, label, 'phone', { length: 40 });

/** Contact with its usual standard fields. Left out: Data.com, Individual. */
export const contact = new ObjectDefinition({
  name: 'Contact',
  label: 'Contact',
  labelPlural: 'Contacts',
  keyPrefix: '003',
  custom: false,
  fields: [
    ...identityFields('Contact'),
    reference('MasterRecordId', 'Master Record ID', 'Contact', 'MasterRecord', readOnly),
    reference('AccountId', 'Account ID', 'Account', 'Account', { childRelationshipName: 'Contacts' }),
    ...contactNameFields(),
    ...addressFields('Other'),
    ...addressFields('Mailing'),
    phone('Phone', 'Business Phone'),
    phone('Fax', 'Business Fax'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('HomePhone', 'Home Phone'),
    phone('OtherPhone', 'Other Phone'),
    phone('AssistantPhone', 'Asst. Phone'),
    reference('ReportsToId', 'Reports To ID', 'Contact', 'ReportsTo'),
    field('Email', 'Email', 'email', { length: 80 }),
    textField('Title', 'Title', 128),
    textField('Department', 'Department', 80),
    textField('AssistantName', "Assistant's Name", 40),
    picklist('LeadSource', 'Lead Source', leadSources),
    field('Birthdate', 'Birthdate', 'date'),
    field('Description', 'Contact Description', 'textarea', { length: 32_000 }),
    ownerField,
    checkbox('HasOptedOutOfEmail', 'Email Opt Out'),
    checkbox('HasOptedOutOfFax', 'Fax Opt Out'),
    checkbox('DoNotCall', 'Do Not Call'),
    ...systemFields,
    field('LastActivityDate', 'Last Activity', 'date', readOnly),
    ...viewedFields,
    textField('EmailBouncedReason', 'Email Bounced Reason', 255),
    field('EmailBouncedDate', 'Email Bounced Date', 'datetime'),
    checkbox('IsEmailBounced', 'Is Email Bounced', readOnly),
    field('PhotoUrl', 'Photo URL', 'url', { length: 255, ...readOnly })
  ]
});
