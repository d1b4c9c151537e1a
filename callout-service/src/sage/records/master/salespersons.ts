import type { Salesperson, SalespersonKey } from '../../../canonical/salesperson.ts';
import { arSalesperson } from '../../catalogue/ar-salesperson.ts';
import { defineRecord } from '../definition.ts';
import { code, division } from '../key-segments.ts';
import { postalAddress } from '../postal-address.ts';

/** AR_Salesperson. */
export const salespersons = defineRecord({
  table: arSalesperson,
  segments: (key: SalespersonKey) => [division(key.salespersonDivisionNo), code(key.salespersonNo)],
  toEntity: ({ row, userDefinedFields, stamps }): Salesperson => ({
    salespersonDivisionNo: row.SalespersonDivisionNo,
    salespersonNo: row.SalespersonNo,
    salespersonName: row.SalespersonName,
    address: postalAddress(row),
    telephoneNo: row.TelephoneNo,
    telephoneExt: row.TelephoneExt,
    emailAddress: row.EmailAddress,
    commissionRate: row.CommissionRate,
    userDefinedFields,
    ...stamps
  })
});
