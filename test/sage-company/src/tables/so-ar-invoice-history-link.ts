import { defineTable } from './table-definition.ts';

/** Which sales order line went to which posted invoice line. */
export const soArInvoiceHistoryLink = defineTable({
  name: 'SO_ARInvoiceHistoryLink',
  key: 'SalesOrderNo+SequenceNo+InvoiceNo+InvoiceHistoryHeaderSeqNo+InvoiceHistoryDetailSeqNo',
  columns: `
    SalesOrderNo:s7 SequenceNo:s14 InvoiceNo:s7 InvoiceHistoryHeaderSeqNo:s6 InvoiceHistoryDetailSeqNo:s6
    InvoiceDate:d UnitOfMeasure:s4 QuantityShipped:n15.6 UnitPrice:n15.6
  `
});
