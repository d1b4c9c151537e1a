import { date, decimal, optionalString, string } from './column-type.ts';
import { COMMENT_TEXT_LENGTH } from './document-columns.ts';
import { defineTable } from './table.ts';

/**
 * Lines of sales orders; no stamps. LineKey never changes, LineSeqNo tells where the line stands.
 * Source: Sage 100 file layouts, Sales Order, SO_SalesOrderDetail.
 */
export const soSalesOrderDetail = defineTable({
  name: 'SO_SalesOrderDetail',
  key: ['SalesOrderNo', 'LineKey'],
  columns: {
    SalesOrderNo: string(7),
    LineKey: string(6),
    LineSeqNo: string(14),
    /** The line in the order's history; blank where Sage keeps none. */
    SOHistoryDetlSeqNo: string(14),
    ItemCode: optionalString(30),
    ItemType: string(1),
    ItemCodeDesc: optionalString(30),
    WarehouseCode: optionalString(3),
    UnitOfMeasure: optionalString(4),
    DropShip: string(1),
    PriceOverridden: string(1),
    PromiseDate: date(),
    CommentText: optionalString(COMMENT_TEXT_LENGTH),
    QuantityOrdered: decimal(15, 6),
    QuantityShipped: decimal(15, 6),
    QuantityBackordered: decimal(15, 6),
    UnitPrice: decimal(15, 6),
    UnitCost: decimal(15, 6),
    ExtensionAmt: decimal(11, 2),
    LineDiscountPercent: decimal(8, 3),
    PurchaseOrderNo: optionalString(7)
  }
});
