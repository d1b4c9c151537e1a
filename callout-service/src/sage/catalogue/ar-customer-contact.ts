import { LONG_TEXT, optionalString, string } from './column-type.ts';
import { addressColumns, stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/** Contacts of customers. Source: Sage 100 file layouts, Accounts Receivable, AR_CustomerContact. */
export const arCustomerContact = defineTable({
  name: 'AR_CustomerContact',
  key: ['ARDivisionNo', 'CustomerNo', 'ContactCode'],
  columns: {
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    ContactCode: string(10),
    ContactName: optionalString(50),
    Salutation: optionalString(10),
    ContactTitle: optionalString(15),
    ...addressColumns,
    TelephoneNo1: optionalString(20),
    TelephoneExt1: optionalString(6),
    TelephoneNo2: optionalString(20),
    TelephoneExt2: optionalString(6),
    FaxNo: optionalString(20),
    EmailAddress: optionalString(50),
    ContactNotes: optionalString(LONG_TEXT),
    ...stampColumns
  }
});
