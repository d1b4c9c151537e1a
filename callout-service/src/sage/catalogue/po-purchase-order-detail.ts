import { date, decimal, optionalString, string } from './column-type.ts';
import { COMMENT_TEXT_LENGTH } from './document-columns.ts';
import { defineTable } from './table.ts';

/** Lines of purchase orders; no stamps. Source: Sage 100 file layouts, Purchase Order, PO_PurchaseOrderDetail. */
export const poPurchaseOrderDetail = defineTable({
  name: 'PO_PurchaseOrderDetail',
  key: ['PurchaseOrderNo', 'LineKey'],
  columns: {
    PurchaseOrderNo: string(7),
    LineKey: string(6),
    LineSeqNo: string(14),
    ItemCode: optionalString(30),
    ItemType: string(1),
    ItemCodeDesc: optionalString(30),
    RequiredDate: date(),
    UnitOfMeasure: optionalString(4),
    WarehouseCode: optionalString(3),
    CommentText: optionalString(COMMENT_TEXT_LENGTH),
    QuantityOrdered: decimal(15, 6),
    QuantityReceived: decimal(15, 6),
    QuantityBackordered: decimal(15, 6),
    QuantityInvoiced: decimal(15, 6),
    UnitCost: decimal(15, 6),
    ExtensionAmt: decimal(11, 2),
    SalesOrderNo: optionalString(7)
  }
});
