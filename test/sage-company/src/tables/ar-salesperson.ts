import { defineTable } from './table-definition.ts';

/** Salespersons. */
export const arSalesperson = defineTable({
  name: 'AR_Salesperson',
  key: 'SalespersonDivisionNo+SalespersonNo',
  columns: `
    SalespersonDivisionNo:s2 SalespersonNo:s4 SalespersonName:s30 AddressLine1:s40 AddressLine2:s40
    AddressLine3:s40 City:s30 State:s2 ZipCode:s10 CountryCode:s3 TelephoneNo:s20 TelephoneExt:s6
    EmailAddress:s50 SalesManagerDivisionNo:s2 SalesManagerNo:s4 CommissionRate:n8.3
    SalesManagerCommRate:n8.3 DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8
    UserUpdatedKey:s10 CRMUserID:s11 UserKey:s10 TelephoneType:s1
  `
});
