import { optionalString, string } from './column-type.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/** Where customers have goods sent. Source: Sage 100 file layouts, Sales Order, SO_ShipToAddress. */
export const soShipToAddress = defineTable({
  name: 'SO_ShipToAddress',
  key: ['ARDivisionNo', 'CustomerNo', 'ShipToCode'],
  columns: {
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    ShipToCode: string(4),
    ShipToName: optionalString(50),
    ShipToAddress1: optionalString(40),
    ShipToAddress2: optionalString(40),
    ShipToAddress3: optionalString(40),
    ShipToCity: optionalString(30),
    ShipToState: optionalString(2),
    ShipToZipCode: optionalString(10),
    ShipToCountryCode: optionalString(3),
    ResidentialAddress: string(1),
    TelephoneNo: optionalString(20),
    TelephoneExt: optionalString(6),
    FaxNo: optionalString(20),
    EmailAddress: optionalString(50),
    ContactCode: optionalString(10),
    SalespersonDivisionNo: string(2),
    SalespersonNo: string(4),
    WarehouseCode: optionalString(3),
    TaxSchedule: optionalString(9),
    ShipVia: optionalString(15),
    ...stampColumns
  }
});
