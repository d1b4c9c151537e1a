import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import { soSalesOrderHistoryDetail } from '../../catalogue/so-sales-order-history-detail.ts';
import { soSalesOrderHistoryHeader } from '../../catalogue/so-sales-order-history-header.ts';
import { flag } from '../../decode/code-value.ts';
import { defineChild, defineRecord } from '../definition.ts';
import { code, division, documentNo } from '../key-segments.ts';
import { billToParty, shipToParty } from './addresses.ts';
import { headerAmounts } from './document-amounts.ts';
import { lineItemType } from './document-codes.ts';
import { invoicedLinks, withInvoicedQuantities, type LinkedLine } from './invoiced-quantities.ts';
import { orderDetails } from './order-details.ts';

// Release 4.40 file layouts: A active, C completed, X deleted, Q quote, Z deleted quote. Others give this column the
// letters of the open header, none of which is Q or Z; so the letter itself is handed on, and only these two are read.
const QUOTE_STATUSES: ReadonlySet<string> = new Set(['Q', 'Z']);
const itemType = lineItemType('SO_SalesOrderHistoryDetail');

const lines = defineChild({
  table: soSalesOrderHistoryDetail,
  on: { SalesOrderNo: 'SalesOrderNo' },
  toPart: ({ row, userDefinedFields }): LinkedLine => ({
    sequenceNo: row.SequenceNo,
    line: {
      lineKey: row.LineKey,
      lineSeqNo: row.SequenceNo,
      itemCode: row.ItemCode,
      itemType: itemType(row.ItemType),
      description: row.ItemCodeDesc,
      comment: row.CommentText,
      warehouseCode: row.WarehouseCode,
      unitOfMeasure: row.UnitOfMeasure,
      quantityOrdered: row.QuantityOrderedRevised,
      quantityShipped: row.QuantityShipped,
      quantityBackordered: row.QuantityBackordered,
      unitPrice: row.LastUnitPrice,
      unitCost: row.UnitCost,
      discountPercent: row.LineDiscountPercent,
      extensionAmount: row.LastExtensionAmt,
      priceOverridden: flag(row.PriceOverridden),
      promiseDate: row.PromiseDate,
      dropShip: flag(row.DropShip),
      purchaseOrderNo: row.PurchaseOrderNo,
      cancelled: flag(row.CancelledLine),
      userDefinedFields
    }
  })
});

/**
 * SO_SalesOrderHistoryHeader with SO_SalesOrderHistoryDetail: every order that was ever taken, where Sage keeps history.
 * It has no order type: the status tells a quote, and everything else counts as a standard order.
 */
export const salesOrderHistory = defineRecord({
  table: soSalesOrderHistoryHeader,
  segments: (salesOrderNo: string) => [documentNo(salesOrderNo)],
  // An index of its own: ARDivisionNo + CustomerNo + SalesOrderNo.
  ofParent: (customer: CustomerKey) => ({
    ARDivisionNo: division(customer.arDivisionNo),
    CustomerNo: code(customer.customerNo)
  }),
  children: [lines, invoicedLinks],
  toEntity: ({ row, userDefinedFields, stamps, childrenOf }): SalesOrder => ({
    salesOrderNo: row.SalesOrderNo,
    place: 'history',
    kind: QUOTE_STATUSES.has(row.OrderStatus) ? 'quote' : 'standard',
    orderStatus: row.OrderStatus,
    orderDate: row.OrderDate,
    shipDate: null,
    expiresOn: null,
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    ...billToParty(row),
    shipToCode: row.ShipToCode,
    ...shipToParty(row),
    ...orderDetails(row),
    invoiceNo: row.LastInvoiceNo,
    lastInvoiceDate: row.LastInvoiceDate,
    discountRate: row.DiscountRate,
    depositAmount: row.DepositAmt,
    ...headerAmounts(row),
    lines: withInvoicedQuantities(childrenOf(lines), childrenOf(invoicedLinks)),
    userDefinedFields,
    ...stamps
  })
});
