import { date, decimal, optionalString, string } from './column-type.ts';
import { COMMENT_TEXT_LENGTH } from './document-columns.ts';
import { defineTable } from './table.ts';

/** Lines of orders in history; no stamps. Source: Sage 100 file layouts, Sales Order, SO_SalesOrderHistoryDetail. */
export const soSalesOrderHistoryDetail = defineTable({
  name: 'SO_SalesOrderHistoryDetail',
  key: ['SalesOrderNo', 'SequenceNo'],
  columns: {
    SalesOrderNo: string(7),
    SequenceNo: string(14),
    LineKey: string(6),
    CancelledLine: string(1),
    ItemCode: optionalString(30),
    ItemType: string(1),
    ItemCodeDesc: optionalString(30),
    WarehouseCode: optionalString(3),
    DropShip: string(1),
    UnitOfMeasure: optionalString(4),
    PriceOverridden: string(1),
    PromiseDate: date(),
    CommentText: optionalString(COMMENT_TEXT_LENGTH),
    QuantityOrderedRevised: decimal(15, 6),
    QuantityShipped: decimal(15, 6),
    QuantityBackordered: decimal(15, 6),
    LastUnitPrice: decimal(15, 6),
    LastExtensionAmt: decimal(11, 2),
    UnitCost: decimal(15, 6),
    LineDiscountPercent: decimal(8, 3),
    PurchaseOrderNo: optionalString(7)
  }
});
