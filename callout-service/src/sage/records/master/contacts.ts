import type { Contact, ContactKey } from '../../../canonical/contact.ts';
import type { CustomerKey } from '../../../canonical/customer-key.ts';
import { arCustomerContact } from '../../catalogue/ar-customer-contact.ts';
import { defineRecord } from '../definition.ts';
import { code, division } from '../key-segments.ts';
import { postalAddress } from '../postal-address.ts';

/** AR_CustomerContact, by customer through its own key. */
export const contacts = defineRecord({
  table: arCustomerContact,
  segments: (key: ContactKey) => [division(key.arDivisionNo), code(key.customerNo), code(key.contactCode)],
  ofParent: (customer: CustomerKey) => ({
    ARDivisionNo: division(customer.arDivisionNo),
    CustomerNo: code(customer.customerNo)
  }),
  toEntity: ({ row, userDefinedFields, stamps }): Contact => ({
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    contactCode: row.ContactCode,
    contactName: row.ContactName,
    salutation: row.Salutation,
    contactTitle: row.ContactTitle,
    address: postalAddress(row),
    telephoneNo1: row.TelephoneNo1,
    telephoneExt1: row.TelephoneExt1,
    telephoneNo2: row.TelephoneNo2,
    telephoneExt2: row.TelephoneExt2,
    faxNo: row.FaxNo,
    emailAddress: row.EmailAddress,
    notes: row.ContactNotes,
    userDefinedFields,
    ...stamps
  })
});
