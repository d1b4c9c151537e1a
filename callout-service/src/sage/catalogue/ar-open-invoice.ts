import { date, decimal, string } from './column-type.ts';
import { defineTable } from './table.ts';

/** Open invoices, credits and prepayments. Source: Sage 100 file layouts, Accounts Receivable, AR_OpenInvoice. */
export const arOpenInvoice = defineTable({
  name: 'AR_OpenInvoice',
  key: ['ARDivisionNo', 'CustomerNo', 'InvoiceNo', 'InvoiceType'],
  columns: {
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    InvoiceNo: string(7),
    InvoiceType: string(2),
    InvoiceDate: date(),
    InvoiceDueDate: date(),
    Balance: decimal(13, 2)
  }
});
