import type { Bill, BillKey } from '../../../canonical/bill.ts';
import type { VendorKey } from '../../../canonical/vendor.ts';
import { apOpenInvoice } from '../../catalogue/ap-open-invoice.ts';
import { defineRecord } from '../definition.ts';
import { code, division } from '../key-segments.ts';

/** AP_OpenInvoice, by vendor through its own key. The number is the vendor's own, so nothing is filled up. */
export const bills = defineRecord({
  table: apOpenInvoice,
  segments: (key: BillKey) => [division(key.apDivisionNo), code(key.vendorNo), code(key.invoiceNo)],
  ofParent: (vendor: VendorKey) => ({
    APDivisionNo: division(vendor.apDivisionNo),
    VendorNo: code(vendor.vendorNo)
  }),
  toEntity: ({ row, stamps }): Bill => ({
    apDivisionNo: row.APDivisionNo,
    vendorNo: row.VendorNo,
    invoiceNo: row.InvoiceNo,
    invoiceDate: row.InvoiceDate,
    dueDate: row.InvoiceDueDate,
    discountDate: row.InvoiceDiscountDate,
    postingDate: row.PostingDate,
    invoiceAmount: row.InvoiceAmt,
    discountAmount: row.DiscountAmt,
    balance: row.Balance,
    ...stamps
  })
});
