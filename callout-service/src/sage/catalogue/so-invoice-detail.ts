import { decimal, optionalString, string } from './column-type.ts';
import { COMMENT_TEXT_LENGTH } from './document-columns.ts';
import { defineTable } from './table.ts';

/** Lines of invoices that are not posted; no stamps. Source: Sage 100 file layouts, Sales Order, SO_InvoiceDetail. */
export const soInvoiceDetail = defineTable({
  name: 'SO_InvoiceDetail',
  key: ['InvoiceNo', 'LineKey'],
  columns: {
    InvoiceNo: string(7),
    LineKey: string(6),
    LineSeqNo: string(14),
    ItemCode: optionalString(30),
    ItemType: string(1),
    ItemCodeDesc: optionalString(30),
    WarehouseCode: optionalString(3),
    UnitOfMeasure: optionalString(4),
    CommentText: optionalString(COMMENT_TEXT_LENGTH),
    QuantityOrdered: decimal(15, 6),
    QuantityShipped: decimal(15, 6),
    QuantityBackordered: decimal(15, 6),
    UnitPrice: decimal(15, 6),
    ExtensionAmt: decimal(11, 2),
    UnitCost: decimal(15, 6),
    UnitOfMeasureConvFactor: decimal(11, 4),
    LineDiscountPercent: decimal(8, 3),
    AppliedSalesOrderNo: optionalString(7)
  }
});
