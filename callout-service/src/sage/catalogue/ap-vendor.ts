import { date, decimal, optionalString, string } from './column-type.ts';
import { addressColumns, stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/** Vendors, without tax numbers. Source: Sage 100 file layouts, release 4.40, Accounts Payable, AP_Vendor. */
export const apVendor = defineTable({
  name: 'AP_Vendor',
  key: ['APDivisionNo', 'VendorNo'],
  columns: {
    APDivisionNo: string(2),
    VendorNo: string(7),
    VendorName: string(50),
    VendorStatus: string(1),
    HoldPayment: string(1),
    ...addressColumns,
    TelephoneNo: optionalString(20),
    TelephoneExt: optionalString(6),
    FaxNo: optionalString(20),
    EmailAddress: optionalString(250),
    URLAddress: optionalString(50),
    PrimaryContact: optionalString(10),
    TermsCode: optionalString(2),
    Reference: optionalString(15),
    VendorType: optionalString(4),
    Comment: optionalString(30),
    LastPurchaseDate: date(),
    LastPaymentDate: date(),
    LastCheckNo: optionalString(10),
    LastCheckAmt: decimal(13, 2),
    AverageDaysToPay: decimal(3, 0),
    ...stampColumns
  }
});
