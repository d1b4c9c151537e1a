import { decimal, optionalString, string } from './column-type.ts';
import { COMMENT_TEXT_LENGTH } from './document-columns.ts';
import { defineTable } from './table.ts';

/** Lines of posted invoices; no stamps. Source: Sage 100 file layouts, Accounts Receivable, AR_InvoiceHistoryDetail. */
export const arInvoiceHistoryDetail = defineTable({
  name: 'AR_InvoiceHistoryDetail',
  key: ['InvoiceNo', 'HeaderSeqNo', 'DetailSeqNo'],
  columns: {
    InvoiceNo: string(7),
    HeaderSeqNo: string(6),
    DetailSeqNo: string(6),
    ItemCode: optionalString(30),
    ItemType: string(1),
    ItemCodeDesc: optionalString(30),
    UnitOfMeasure: optionalString(4),
    WarehouseCode: optionalString(3),
    CommentText: optionalString(COMMENT_TEXT_LENGTH),
    QuantityShipped: decimal(15, 6),
    QuantityOrdered: decimal(15, 6),
    QuantityBackordered: decimal(15, 6),
    UnitPrice: decimal(15, 6),
    UnitCost: decimal(15, 6),
    UnitOfMeasureConvFactor: decimal(11, 4),
    LineDiscountPercent: decimal(8, 3),
    ExtensionAmt: decimal(11, 2),
    AppliedSalesOrderNo: optionalString(7)
  }
});
