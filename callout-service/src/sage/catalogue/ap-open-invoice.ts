import { date, decimal, string } from './column-type.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/** Open invoices of vendors. Source: Sage 100 file layouts, release 4.40, Accounts Payable, AP_OpenInvoice, in part. */
export const apOpenInvoice = defineTable({
  name: 'AP_OpenInvoice',
  key: ['APDivisionNo', 'VendorNo', 'InvoiceNo'],
  columns: {
    APDivisionNo: string(2),
    VendorNo: string(7),
    InvoiceNo: string(20),
    InvoiceDate: date(),
    InvoiceDueDate: date(),
    InvoiceDiscountDate: date(),
    PostingDate: date(),
    InvoiceAmt: decimal(13, 2),
    DiscountAmt: decimal(13, 2),
    Balance: decimal(13, 2),
    ...stampColumns
  }
});
