import { defineTable } from './table-definition.ts';
import { userDefinedColumns } from './user-defined-fields.ts';

/** Ship-to addresses of a customer. */
export const soShipToAddress = defineTable({
  name: 'SO_ShipToAddress',
  key: 'ARDivisionNo+CustomerNo+ShipToCode',
  columns: `
    ARDivisionNo:s2 CustomerNo:s20 ShipToCode:s4 ShipToName:s50 ShipToAddress1:s40 ShipToAddress2:s40
    ShipToAddress3:s40 ShipToCity:s30 ShipToState:s2 ShipToZipCode:s10 ShipToCountryCode:s3 TelephoneNo:s20
    TelephoneExt:s6 FaxNo:s20 BatchFax:s1 BatchEmail:s1 EmailAddress:s50 ContactCode:s10
    SalespersonDivisionNo:s2 SalespersonNo:s4 WarehouseCode:s3 TaxSchedule:s9 ResidentialAddress:s1
    DateCreated:d TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
    ShipVia:s15 TelephoneType:s1 EncryptedVals:text
  `,
  userDefinedFields: userDefinedColumns('SO_ShipToAddress')
});
