import { decimal, string } from './column-type.ts';
import { defineTable } from './table.ts';

/**
 * Which line of an order went to which line of a posted invoice; no stamps. SequenceNo is that of the order's history,
 * which an open line names in SOHistoryDetlSeqNo. Source: Sage 100 file layouts, Sales Order, SO_ARInvoiceHistoryLink.
 */
export const soArInvoiceHistoryLink = defineTable({
  name: 'SO_ARInvoiceHistoryLink',
  key: ['SalesOrderNo', 'SequenceNo', 'InvoiceNo', 'InvoiceHistoryHeaderSeqNo', 'InvoiceHistoryDetailSeqNo'],
  columns: {
    SalesOrderNo: string(7),
    SequenceNo: string(14),
    InvoiceNo: string(7),
    InvoiceHistoryHeaderSeqNo: string(6),
    InvoiceHistoryDetailSeqNo: string(6),
    QuantityShipped: decimal(15, 6)
  }
});
