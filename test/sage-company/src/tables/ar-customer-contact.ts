import { defineTable } from './table-definition.ts';
import { userDefinedColumns } from './user-defined-fields.ts';

/** Contacts of a customer. */
export const arCustomerContact = defineTable({
  name: 'AR_CustomerContact',
  key: 'ARDivisionNo+CustomerNo+ContactCode',
  columns: `
    ARDivisionNo:s2 CustomerNo:s20 ContactCode:s10 ContactName:s50 AddressLine1:s40 AddressLine2:s40
    AddressLine3:s40 City:s30 State:s2 ZipCode:s10 CountryCode:s3 Salutation:s10 ContactTitle:s15
    TelephoneNo1:s20 TelephoneExt1:s6 TelephoneNo2:s20 TelephoneExt2:s6 FaxNo:s20 EmailAddress:s50
    ContactNotes:text EBMUserID:s15 DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d
    TimeUpdated:s8 UserUpdatedKey:s10 TelephoneType1:s1 PrimaryTelephone1:s1 TelephoneType2:s1
    PrimaryTelephone2:s1 EncryptedVals:text
  `,
  userDefinedFields: userDefinedColumns('AR_CustomerContact')
});
