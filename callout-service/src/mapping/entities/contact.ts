import type { Contact } from '../../canonical/contact.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { addressFields, ALWAYS, fieldsOf, stampFields } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('AR_CustomerContact');
const { text, code } = of;

/** AR_CustomerContact. The code is made from the name; whose contact it is follows from the account. */
export const contactEntity = describeEntity<Contact>({
  entity: 'contact',
  label: 'Contact',
  table: 'AR_CustomerContact',
  fields: [
    text('customerKey', 'Customer with division', null),
    text('arDivisionNo', 'Division', 'ARDivisionNo'),
    text('customerNo', 'Customer number', 'CustomerNo'),
    code('contactCode', 'Contact code', 'ContactCode'),
    text('contactName', 'Name', 'ContactName', { ...ALWAYS, required: true }),
    text('salutation', 'Salutation', 'Salutation', ALWAYS),
    text('contactTitle', 'Title', 'ContactTitle', ALWAYS),
    ...addressFields(of, { name: 'address', options: ALWAYS }),
    text('telephoneNo1', 'Phone', 'TelephoneNo1', ALWAYS),
    text('telephoneExt1', 'Phone extension', 'TelephoneExt1', ALWAYS),
    text('telephoneNo2', 'Second phone', 'TelephoneNo2', ALWAYS),
    text('telephoneExt2', 'Second phone extension', 'TelephoneExt2', ALWAYS),
    text('faxNo', 'Fax', 'FaxNo', ALWAYS),
    text('emailAddress', 'E-mail', 'EmailAddress', ALWAYS),
    text('notes', 'Notes', 'ContactNotes', ALWAYS),
    ...stampFields(of)
  ],
  keyOf: recordKeys.contact,
  workedOut: (contact) => ({ customerKey: recordKeys.customer(contact) }),
  changedAt: lastStamp
});
