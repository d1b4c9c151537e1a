import { decimal, optionalString, string } from './column-type.ts';
import { defineTable } from './table.ts';

/** Packages of posted invoices; no stamps. Source: Sage 100 file layouts, Accounts Receivable, AR_InvoiceHistoryTracking. */
export const arInvoiceHistoryTracking = defineTable({
  name: 'AR_InvoiceHistoryTracking',
  key: ['InvoiceNo', 'HeaderSeqNo', 'PackageNo'],
  columns: {
    InvoiceNo: string(7),
    HeaderSeqNo: string(6),
    PackageNo: string(4),
    TrackingID: optionalString(30),
    Comment: optionalString(30),
    Weight: decimal(12, 2)
  }
});
