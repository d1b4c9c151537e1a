import type { Vendor, VendorKey } from '../../../canonical/vendor.ts';
import { apVendor } from '../../catalogue/ap-vendor.ts';
import { codeValues, flag } from '../../decode/code-value.ts';
import { defineRecord } from '../definition.ts';
import { code, division } from '../key-segments.ts';
import { postalAddress } from '../postal-address.ts';

// Sage 100 file layouts, AP_Vendor.VendorStatus, by the same letters as a customer's.
const vendorStatus = codeValues('AP_Vendor.VendorStatus', {
  '': 'active',
  A: 'active',
  I: 'inactive',
  T: 'temporary'
});

/** AP_Vendor. */
export const vendors = defineRecord({
  table: apVendor,
  segments: (key: VendorKey) => [division(key.apDivisionNo), code(key.vendorNo)],
  toEntity: ({ row, userDefinedFields, stamps }): Vendor => ({
    apDivisionNo: row.APDivisionNo,
    vendorNo: row.VendorNo,
    vendorName: row.VendorName,
    status: vendorStatus(row.VendorStatus),
    holdPayment: flag(row.HoldPayment),
    address: postalAddress(row),
    telephoneNo: row.TelephoneNo,
    telephoneExt: row.TelephoneExt,
    faxNo: row.FaxNo,
    emailAddress: row.EmailAddress,
    urlAddress: row.URLAddress,
    primaryContact: row.PrimaryContact,
    termsCode: row.TermsCode,
    reference: row.Reference,
    vendorType: row.VendorType,
    comment: row.Comment,
    lastPurchaseDate: row.LastPurchaseDate,
    lastPaymentDate: row.LastPaymentDate,
    lastCheckNo: row.LastCheckNo,
    lastCheckAmount: row.LastCheckAmt,
    averageDaysToPay: Number(row.AverageDaysToPay),
    userDefinedFields,
    ...stamps
  })
});
