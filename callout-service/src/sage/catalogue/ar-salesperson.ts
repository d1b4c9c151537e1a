import { decimal, optionalString, string } from './column-type.ts';
import { addressColumns, stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/** Salespersons. Source: Sage 100 file layouts, Accounts Receivable, AR_Salesperson. */
export const arSalesperson = defineTable({
  name: 'AR_Salesperson',
  key: ['SalespersonDivisionNo', 'SalespersonNo'],
  columns: {
    SalespersonDivisionNo: string(2),
    SalespersonNo: string(4),
    SalespersonName: string(30),
    ...addressColumns,
    TelephoneNo: optionalString(20),
    TelephoneExt: optionalString(6),
    EmailAddress: optionalString(50),
    CommissionRate: decimal(8, 3),
    ...stampColumns
  }
});
