import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { ShipToAddress, ShipToKey } from '../../../canonical/ship-to-address.ts';
import { soShipToAddress } from '../../catalogue/so-ship-to-address.ts';
import { flag } from '../../decode/code-value.ts';
import { defineRecord } from '../definition.ts';
import { code, division } from '../key-segments.ts';
import { salespersonOf } from '../salesperson-of.ts';

/** SO_ShipToAddress, by customer through its own key. */
export const shipToAddresses = defineRecord({
  table: soShipToAddress,
  segments: (key: ShipToKey) => [division(key.arDivisionNo), code(key.customerNo), code(key.shipToCode)],
  ofParent: (customer: CustomerKey) => ({
    ARDivisionNo: division(customer.arDivisionNo),
    CustomerNo: code(customer.customerNo)
  }),
  toEntity: ({ row, userDefinedFields, stamps }): ShipToAddress => ({
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    shipToCode: row.ShipToCode,
    name: row.ShipToName,
    address: {
      addressLine1: row.ShipToAddress1,
      addressLine2: row.ShipToAddress2,
      addressLine3: row.ShipToAddress3,
      city: row.ShipToCity,
      state: row.ShipToState,
      zipCode: row.ShipToZipCode,
      countryCode: row.ShipToCountryCode
    },
    residential: flag(row.ResidentialAddress),
    telephoneNo: row.TelephoneNo,
    telephoneExt: row.TelephoneExt,
    faxNo: row.FaxNo,
    emailAddress: row.EmailAddress,
    contactCode: row.ContactCode,
    salesperson: salespersonOf(row),
    warehouseCode: row.WarehouseCode,
    taxSchedule: row.TaxSchedule,
    shipVia: row.ShipVia,
    userDefinedFields,
    ...stamps
  })
});
